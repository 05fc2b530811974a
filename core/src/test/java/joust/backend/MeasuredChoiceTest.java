package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredChoiceTest {
    private static final long BUDGET = 1_000;

    @TempDir
    private Path folder;

    private final PacedProvider scalar = new PacedProvider("scalar", 1, Arithmetic.FMA);
    private final PacedProvider fast = new PacedProvider("fast", 2, Arithmetic.FMA);
    private final PacedWorkload workload = new PacedWorkload();
    private final List<String> log = new ArrayList<>();

    private MeasuredChoice choice(BackendProvider... providers) {
        BackendSelection selection = new BackendSelection(
                Stream.of(providers).toList(), List.of(), (candidate, reference) -> new SelfTest.Verdict(null));
        return new MeasuredChoice(selection, ProfileStore.in(folder, log::add), log::add, BUDGET);
    }

    /** A profile in which scalar is the fastest, which the scores would never say. */
    private void keepScalar() {
        Fastest scalarFirst = new Fastest(
                "a test",
                List.of(
                        new Fastest.Timing("scalar", 1, "model of scalar", 1e-3),
                        new Fastest.Timing("fast", 2, "model of fast", 2e-3)),
                List.of("gone: why"));
        ProfileKey key = ProfileKey.here("fastest", "test", "fast (model of fast), scalar (model of scalar)");
        assertThat(ProfileStore.in(folder, log::add).write(key, scalarFirst.values()))
                .isTrue();
    }

    @Test
    void aMeasurementIsKept() {
        Fastest measured = choice(scalar, fast).measure(workload);
        assertThat(log).hasSize(1).allMatch(line -> line.startsWith("kept in " + folder));
        assertThat(choice(scalar, fast).kept(workload)).contains(measured);
        assertThat(measured.timings()).hasSize(3);
        assertThat(log).hasSize(1);
    }

    @Test
    void theKeptOneIsOpenedAndSaidInOneLine() {
        keepScalar();
        try (Backend opened = choice(fast, scalar).open(workload)) {
            assertThat(opened.name()).isEqualTo("scalar");
        }
        assertThat(log)
                .containsExactly(
                        "auto chose scalar on 1 thread (model of scalar, arithmetic fma), which a measurement found the"
                                + " fastest: scalar on 1 thread took 1.00 ms for a test; fast on 2 threads 2.00 times as long");
    }

    @Test
    void withoutOneTheScoresDecide() {
        try (Backend opened = choice(fast, scalar).open(workload)) {
            assertThat(opened.name()).isEqualTo("fast");
        }
        assertThat(log)
                .hasSize(1)
                .allMatch(line -> line.startsWith("auto chose fast (model of fast, arithmetic fma). Not"));
        assertThat(workload.runs()).isEmpty();
    }

    @Test
    void withOtherDevicesItIsStale() {
        keepScalar();
        try (Backend opened = choice(scalar).open(workload)) {
            assertThat(opened.name()).isEqualTo("scalar");
        }
        assertThat(log).hasSize(2);
        assertThat(log.getFirst())
                .contains("is ignored: it is stale: driver was fast (model of fast), scalar (model of scalar),"
                        + " is scalar (model of scalar)");
    }

    @Test
    void whenItCannotBeOpenedTheScoresDecide() {
        keepScalar();
        PacedProvider busy = new PacedProvider("scalar", 1, Arithmetic.FMA);
        // The second opening is the reference of the other's self-test.
        busy.refuse(options -> options.threads() == 1 ? new BackendUnavailableException("busy") : null);
        try (Backend opened = choice(fast, busy).open(workload)) {
            assertThat(opened.name()).isEqualTo("fast");
        }
        assertThat(log).hasSize(2);
        assertThat(log.getFirst()).isEqualTo("the profile's choice cannot be used: busy");
        assertThat(log.getLast()).startsWith("auto chose fast");
    }

    @Test
    void valuesThatAreNoneAreIgnored() {
        ProfileKey key = ProfileKey.here("fastest", "test", "scalar (model of scalar)");
        for (Map<String, String> values : List.of(
                Map.<String, String>of(),
                Map.of("timing.0.backend", "scalar", "timing.0.threads", "many", "timing.0.seconds", "1"))) {
            ProfileStore.in(folder, log::add).write(key, values);
            assertThat(choice(scalar).kept(workload)).isEmpty();
        }
        assertThat(log).hasSize(2).allMatch(line -> line.startsWith("the profile of a test is ignored: "));
    }
}
