package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AutoSelectionTest {
    private static final Discovery.Problem NOT_BUILT = new Discovery.Problem("not built yet", "use scalar");

    private final List<String> log = new ArrayList<>();
    private final List<Discovery.Problem> unloadable = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final FakeProvider scalar = provider("scalar", 1);

    private static FakeProvider provider(String name, double score) {
        return FakeProvider.of(name, score, () -> new RecordingBackend(name).backend());
    }

    private Backend open(String name, BackendProvider... providers) {
        return new BackendSelection(List.of(providers), unloadable, (candidate, reference) -> verdict(candidate))
                .open(name, BackendOptions.DEFAULT, log::add);
    }

    private SelfTest.Verdict verdict(Backend candidate) {
        return new SelfTest.Verdict(
                failing.contains(candidate.name()) ? new SelfTest.Difference("sum", "1x1", 0, 1f, 2f) : null);
    }

    @Test
    void bestDeviceThatPassesIsTakenAndTheLineSaysWhyNoOther() {
        failing.add("wrong");
        BackendUnavailableException inUse = new BackendUnavailableException("in use;\n stop the other program");
        FakeProvider closed = FakeProvider.of("closed", 40, FakeProvider.throwing(inUse));
        Backend opened = open(
                "auto",
                scalar,
                FakeProvider.missing("opencl", NOT_BUILT),
                provider("simd", 20),
                provider("wrong", 30),
                closed);
        assertThat(opened).isInstanceOf(CheckedBackend.class);
        assertThat(opened.name()).isEqualTo("simd");
        assertThat(log)
                .containsExactly("auto chose simd (a recorder, arithmetic fma)."
                        + " Not closed: in use; stop the other program."
                        + " Not wrong: backend wrong failed its self-test: sum, element 0 of 1x1 is 0x40000000 (2.0),"
                        + " expected 0x3f800000 (1.0); report it, and use scalar."
                        + " Not scalar: by its kind expected to be no faster (1.0 times scalar, simd 20.0)."
                        + " Not opencl: not built yet; use scalar");
    }

    @Test
    void scalarAloneIsTakenWithoutReasons() {
        assertThat(open("auto", scalar).name()).isEqualTo("scalar");
        assertThat(log).containsExactly("auto chose scalar (a recorder, arithmetic fma).");
    }

    @Test
    void devicesOfAllFamiliesCompeteByScoreThenByName() {
        FakeProvider family = new FakeProvider(
                "gpu",
                () -> new Discovery(
                        List.of(new Discovery.Device("gpu:0", "big", 50), new Discovery.Device("gpu:1", "small", .5)),
                        List.of()),
                () -> new RecordingBackend("gpu").backend());
        failing.add("gpu");
        assertThat(open("auto", family, scalar, provider("alpha", 1)).name()).isEqualTo("alpha");
        assertThat(log.getFirst())
                .contains(
                        "Not gpu:0: ",
                        "Not scalar: by its kind expected to be no faster (1.0 times scalar, alpha 1.0)",
                        "Not gpu:1: by its kind expected to be no faster (0.5 times scalar, alpha 1.0)");
    }

    @Test
    void deviceOrModeWithAutoIsRefused() {
        for (String name : List.of("auto:0", "auto+tf32")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> open(name, scalar))
                    .withMessage("backend: '" + name + "', expected auto without a device and without a mode");
        }
    }

    @Test
    void nothingFoundNamesTheUsualReason() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open("auto"))
                .withMessage("no backend was found; where jars are merged, merge"
                        + " META-INF/services/joust.backend.BackendProvider too");
    }

    @Test
    void nothingUsableListsAllReasonsAndKeepsTheirCauses() {
        LinkageError cause = new LinkageError("no class");
        unloadable.add(new Discovery.Problem("not loaded", "add it", cause));
        BackendUnavailableException gone = new BackendUnavailableException("gone; plug it in");
        FakeProvider closed = FakeProvider.of("closed", 40, FakeProvider.throwing(gone));
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open("auto", closed, FakeProvider.missing("opencl", NOT_BUILT)))
                .withMessage("no backend can be used here. Not closed: gone; plug it in."
                        + " Not opencl: not built yet; use scalar. Not unknown: not loaded; add it")
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(gone, cause));
        assertThat(log).isEmpty();
    }
}
