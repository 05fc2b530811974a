package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpeedTrialTest {
    private static final long BUDGET = 1_000_000;

    private final PacedProvider scalar = new PacedProvider("scalar", 1, Arithmetic.FMA);
    private final PacedProvider fast = new PacedProvider("fast", 2, Arithmetic.FMA);
    private final PacedProvider loose = new PacedProvider("loose", 1, Arithmetic.TF32);
    private final PacedWorkload workload = new PacedWorkload();

    private Fastest run(PacedProvider... providers) {
        List<BackendFamily> families = new ArrayList<>(Stream.of(providers)
                .map(provider -> new BackendFamily(provider.name(), provider.discover()))
                .toList());
        Discovery.Problem problem = new Discovery.Problem("no driver", "install one");
        families.add(new BackendFamily("gone", Discovery.missing(problem)));
        TrustedOpener opener = new TrustedOpener(
                Stream.concat(Stream.of(scalar), Stream.of(providers))
                        .map(p -> (BackendProvider) p)
                        .toList(),
                (candidate, reference) -> new SelfTest.Verdict(null));
        return new SpeedTrial(opener, workload, workload::now).run(families, BUDGET);
    }

    @AfterEach
    void everythingIsClosed() {
        assertThat(Stream.of(scalar, fast, loose).flatMap(provider -> provider.open().stream()))
                .isEmpty();
        assertThat(workload.prepared()).isZero();
    }

    @Test
    void theFastestComesFirst() {
        workload.pace("scalar 1", 3000).pace("fast 1", 1000).pace("fast 2", 2000);
        Fastest fastest = run(scalar, fast);
        assertThat(fastest.timings())
                .containsExactly(
                        new Fastest.Timing("fast", 1, "model of fast", 1e-6),
                        new Fastest.Timing("fast", 2, "model of fast", 2e-6),
                        new Fastest.Timing("scalar", 1, "model of scalar", 3e-6));
        assertThat(fastest.excluded()).containsExactly("gone: no driver; install one");
        assertThat(fastest.summary())
                .isEqualTo("fast on 1 thread took 0.00100 ms for a test; fast on 2 threads 2.00 times as long;"
                        + " scalar on 1 thread 3.00 times as long");
    }

    @Test
    void whatIsSlowOnlyAtFirstIsNotHeldAgainstIt() {
        workload.pace("scalar 1", 3000)
                .pace("fast 1", 1000)
                .pace("fast 2", 1000)
                .slowAtFirst(20);
        assertThat(run(scalar, fast).best()).isEqualTo(new Fastest.Timing("fast", 2, "model of fast", 1e-6));
    }

    @Test
    void allTakeTurnsOfEqualTime() {
        workload.pace("scalar 1", 5000).pace("fast 1", 1000).pace("fast 2", 500);
        run(scalar, fast);
        List<String> changes = new ArrayList<>();
        for (String run : workload.runs()) {
            if (changes.isEmpty() || !changes.getLast().equals(run)) {
                changes.add(run);
            }
        }
        assertThat(changes).hasSize(30).startsWith("scalar 1", "fast 2", "fast 1", "scalar 1", "fast 2");
        assertThat(workload.runs().stream().filter("fast 2"::equals)).hasSizeBetween(660, 680);
        assertThat(workload.runs().stream().filter("scalar 1"::equals)).hasSizeBetween(66, 70);
    }

    @Test
    void slowWorkloadsGetFewerTurns() {
        workload.pace("scalar 1", BUDGET).pace("fast 1", BUDGET).pace("fast 2", BUDGET);
        run(scalar, fast);
        assertThat(workload.runs()).hasSize(4 * 3);
    }

    @Test
    void whoRoundsOtherwiseIsLeftOut() {
        assertThat(run(scalar, loose).excluded())
                .containsExactly(
                        "loose: its arithmetic is tf32, so its results differ", "gone: no driver; install one");
    }

    @Test
    void whoBreaksOffIsLeftOut() {
        workload.pace("fast 2", -1);
        Fastest fastest = run(scalar, fast);
        assertThat(fastest.timings()).extracting(Fastest.Timing::contender).doesNotContain("fast on 2 threads");
        assertThat(fastest.excluded())
                .anyMatch(reason -> reason.startsWith("fast: it broke off: ") && reason.endsWith("device lost"));
    }

    @Test
    void whoDoesNotOpenIsLeftOut() {
        fast.refuse(options -> new BackendUnavailableException("busy"));
        assertThat(run(scalar, fast).excluded()).contains("fast: busy");
    }

    @Test
    void withoutAnyDeviceThereIsNoAnswer() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> run(loose))
                .withMessageContaining("no backend can be used here. loose: its arithmetic is tf32");
    }
}
