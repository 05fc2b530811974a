package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackendSelectionTest {
    private static final SelfTest.Verdict PASSED = new SelfTest.Verdict(null);
    private static final SelfTest.Verdict FAILED =
            new SelfTest.Verdict(new SelfTest.Difference("matmul", "7x7", 3, 1f, Math.nextUp(1f)));
    private static final Discovery.Problem NOT_BUILT = new Discovery.Problem("not built yet", "use scalar");

    private final List<String> log = new ArrayList<>();
    private final List<String> tested = new ArrayList<>();
    private final RecordingBackend scalar = new RecordingBackend("scalar");
    private final RecordingBackend fast = new RecordingBackend("fast");
    private final FakeProvider scalarProvider = FakeProvider.of("scalar", 1, scalar::backend);
    private final FakeProvider fastProvider = FakeProvider.of("fast", 20, fast::backend);

    private BackendSelection selection(BackendProvider... providers) {
        return selection(PASSED, providers);
    }

    private BackendSelection selection(SelfTest.Verdict verdict, BackendProvider... providers) {
        return new BackendSelection(List.of(providers), List.of(), (candidate, reference) -> {
            tested.add(candidate.name() + " against " + reference.name());
            return verdict;
        });
    }

    private Backend open(BackendSelection selection, String name) {
        return selection.open(name, BackendOptions.DEFAULT, log::add);
    }

    @Test
    void familiesAreSortedByTheirBestDeviceThenByName() {
        BackendSelection selection = selection(
                FakeProvider.missing("simd", NOT_BUILT),
                scalarProvider,
                FakeProvider.missing("opencl", NOT_BUILT),
                fastProvider,
                FakeProvider.of("equal", 20, fast::backend));
        assertThat(selection.families())
                .extracting(BackendFamily::name)
                .containsExactly("equal", "fast", "scalar", "opencl", "simd");
        assertThat(selection.families().get(1).score()).isEqualTo(20);
        assertThat(selection.families().get(3).problems()).containsExactly(NOT_BUILT);
    }

    @Test
    void providerThatFailsToDiscoverIsAProblemWithItsCause() {
        List<Throwable> thrown = List.of(new IllegalStateException("odd"), new NoClassDefFoundError("jdk/incubator/X"));
        for (Throwable cause : thrown) {
            FakeProvider broken = new FakeProvider("odd", FakeProvider.throwing(cause), fast::backend);
            BackendFamily family = selection(broken).families().getFirst();
            assertThat(family.name()).isEqualTo("odd");
            assertThat(family.devices()).isEmpty();
            Discovery.Problem problem = family.problems().getFirst();
            assertThat(problem.cause()).isSameAs(cause);
            assertThat(problem.reason()).isEqualTo("its provider failed: " + cause);
            assertThat(problem.remedy()).isEqualTo("report it with the output of joust doctor");
        }
    }

    @Test
    void providerThatCouldNotBeLoadedIsAnUnknownFamilyAtTheEnd() {
        Discovery.Problem problem = new Discovery.Problem("no class", "add it", new LinkageError("no class"));
        BackendSelection selection =
                new BackendSelection(List.of(scalarProvider), List.of(problem), (candidate, reference) -> PASSED);
        assertThat(selection.families()).extracting(BackendFamily::name).containsExactly("scalar", "unknown");
        assertThat(selection.families().get(1).problems()).containsExactly(problem);
    }

    @Test
    void namedBackendIsTestedAgainstScalarAndHandedOutChecked() {
        Backend opened = open(selection(scalarProvider, fastProvider), "fast");
        assertThat(opened).isInstanceOf(CheckedBackend.class);
        assertThat(opened.name()).isEqualTo("fast");
        assertThat(tested).containsExactly("fast against scalar");
        assertThat(scalar.calls()).extracting(RecordingBackend.Call::operation).containsExactly("close");
        assertThat(fast.calls()).isEmpty();
        assertThat(log).isEmpty();
    }

    @Test
    void scalarIsTheReferenceAndNotTestedItself() {
        Backend opened = open(selection(FAILED, scalarProvider), "scalar");
        assertThat(opened).isInstanceOf(CheckedBackend.class);
        assertThat(tested).isEmpty();
    }

    @Test
    void nameOfAnotherFormIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(selection(scalarProvider), "Fast GPU"))
                .withMessage("backend: 'Fast GPU' is not of the form family[:device][+mode], such as simd or opencl:0");
    }

    @Test
    void unknownFamilyIsRefusedWithTheKnownOnesAndTheNearest() {
        BackendSelection selection = selection(scalarProvider, fastProvider);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(selection, "scaler:1"))
                .withMessage("backend: 'scaler:1' is unknown, expected one of auto, fast, opencl, scalar, simd;"
                        + " did you mean scalar?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(selection, "cuda"))
                .withMessage("backend: 'cuda' is unknown, expected one of auto, fast, opencl, scalar, simd");
    }

    @Test
    void familyOfAModuleThatIsNotOnTheClassPathIsUnavailable() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection(scalarProvider), "opencl:1"))
                .withMessage(
                        "backend opencl:1 is not available here: joust-opencl is not on the class path; add its jar");
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection(scalarProvider), "simd"))
                .withMessage("backend simd is not available here: joust-simd is not on the class path; add its jar");
    }

    @Test
    void familyOfWhichTheProviderMayBeTheOneThatCouldNotBeLoadedNamesThatProblem() {
        LinkageError cause = new LinkageError("no class");
        BackendSelection selection = new BackendSelection(
                List.of(scalarProvider),
                List.of(new Discovery.Problem("no class", "add it", cause)),
                (candidate, reference) -> PASSED);
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection, "simd"))
                .withMessage("backend simd is not available here: no class; add it")
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(cause));
    }

    @Test
    void familyWithoutADeviceIsUnavailableForAllItsReasons() {
        Exception cause = new IllegalStateException("driver");
        FakeProvider missing =
                FakeProvider.missing("opencl", NOT_BUILT, new Discovery.Problem("no driver", "install one", cause));
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection(scalarProvider, missing), "opencl"))
                .withMessage("backend opencl is not available here: not built yet; use scalar. no driver; install one")
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(cause));
    }

    @Test
    void deviceBeyondTheLastIsUnavailable() {
        FakeProvider two = new FakeProvider("two", () -> FakeProvider.found(5, "two:0", "two:1"), fast::backend);
        BackendSelection selection = selection(scalarProvider, two);
        assertThat(open(selection, "two:1").name()).isEqualTo("fast");
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection, "two:2"))
                .withMessage(
                        "backend two:2 is not available here; found two:0 (model of two:0), two:1 (model of two:1)");
    }

    @Test
    void unavailableDeviceKeepsTheProvidersWords() {
        BackendUnavailableException reason = new BackendUnavailableException("gone; plug it in");
        FakeProvider provider = FakeProvider.of("fast", 20, FakeProvider.throwing(reason));
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection(scalarProvider, provider), "fast"))
                .isSameAs(reason);
    }

    @Test
    void deviceThatFailsToOpenIsUnavailableWithItsCause() {
        for (Throwable cause : List.of(new BackendException("lost"), new NoClassDefFoundError("x/Y"))) {
            FakeProvider provider = FakeProvider.of("fast", 20, FakeProvider.throwing(cause));
            assertThatExceptionOfType(BackendUnavailableException.class)
                    .isThrownBy(() -> open(selection(scalarProvider, provider), "fast"))
                    .withMessage("backend fast cannot be opened: " + cause + "; see joust doctor, or use scalar")
                    .withCause(cause);
        }
    }

    @Test
    void deviceThatComputesSomethingElseIsClosedAndUnavailable() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection(FAILED, scalarProvider, fastProvider), "fast"))
                .withMessage("backend fast failed its self-test: matmul, element 3 of 7x7 is 0x3f800001 (1.0000001),"
                        + " expected 0x3f800000 (1.0); report it, and use scalar");
        assertThat(fast.calls()).extracting(RecordingBackend.Call::operation).containsExactly("close");
        assertThat(scalar.calls()).extracting(RecordingBackend.Call::operation).containsExactly("close");
    }

    @Test
    void deviceThatBreaksOffItsSelfTestIsClosedAndUnavailableWithItsCause() {
        BackendException cause = new BackendException("out of resources");
        BackendException atClose = new BackendException("lost");
        fast.inside(operation -> {
            throw atClose;
        });
        BackendSelection selection =
                new BackendSelection(List.of(scalarProvider, fastProvider), List.of(), (candidate, reference) -> {
                    throw cause;
                });
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection, "fast"))
                .withMessage("backend fast broke off its self-test: " + cause + "; report it, and use scalar")
                .withCause(cause)
                .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(atClose));
        assertThat(fast.calls()).extracting(RecordingBackend.Call::operation).containsExactly("close");
    }

    @Test
    void withoutTheReferenceNothingElseIsTrusted() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open(selection(fastProvider), "fast"))
                .withMessage(
                        "backend fast cannot be tested: the provider of scalar was not found; where jars are merged,"
                                + " merge META-INF/services/joust.backend.BackendProvider too");
        assertThat(fast.calls()).extracting(RecordingBackend.Call::operation).containsExactly("close");
    }

    @Test
    void fewerThreadsThanAskedForAreSaidOnce() {
        BackendSelection selection = selection(scalarProvider);
        selection.open("scalar", BackendOptions.threads(3), log::add);
        assertThat(log).isEmpty();
        selection.open("scalar", BackendOptions.threads(4), log::add);
        assertThat(log).containsExactly("scalar computes on 3 threads; 4 were asked for");
    }
}
