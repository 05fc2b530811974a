package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import joust.backend.BackendFamily;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import joust.backend.Discovery;
import joust.backend.Tensor;
import joust.opencl.OpenClDevice.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenClProviderTest {
    private final BackendProvider provider = new OpenClProvider();

    @BeforeAll
    static void skipWithoutADevice() {
        FirstDevice.find();
    }

    private Backend open(String name) {
        return provider.open(BackendName.parse(name), BackendOptions.DEFAULT);
    }

    @Test
    void isFoundOnTheClassPathWithItsDevicesInOrder() {
        BackendFamily family = Backends.discover().stream()
                .filter(each -> each.name().equals("opencl"))
                .findFirst()
                .orElseThrow();
        assertThat(family.problems()).isEmpty();
        assertThat(family.devices()).isNotEmpty();
        for (int i = 0; i < family.devices().size(); i++) {
            Discovery.Device device = family.devices().get(i);
            OpenClDevice facts = OpenClReport.take().devices().get(i);
            assertThat(device.name()).isEqualTo("opencl:" + i);
            assertThat(device.description()).isEqualTo(facts.description());
            assertThat(device.score()).isEqualTo(facts.score());
        }
        assertThat(family.devices()).extracting(device -> -device.score()).isSorted();
    }

    @Test
    void withAndWithoutANumberItOpensTheBestDevice() {
        for (String name : List.of("opencl", "opencl:0")) {
            try (Backend backend = open(name)) {
                OpenClDevice facts = OpenClReport.take().devices().getFirst();
                assertThat(backend.name()).isEqualTo("opencl:0");
                assertThat(backend.device()).startsWith(facts.description() + ", products in ");
                assertThat(backend.threads()).isEqualTo(1);
                assertThat(backend.arithmetic()).isEqualTo(facts.exact() ? Arithmetic.FMA : Arithmetic.TOLERANCE);
            }
        }
    }

    @Test
    void aDeviceThatDoesNotExistIsUnavailableAndTheOthersAreNamed() {
        for (BackendOpener opener : List.<BackendOpener>of(this::open, Backends::open)) {
            assertThatExceptionOfType(BackendUnavailableException.class)
                    .isThrownBy(() -> opener.open("opencl:77"))
                    .withMessageStartingWith("backend opencl:77 is not available here")
                    .withMessageContaining("opencl:0 (");
        }
    }

    private interface BackendOpener {
        Backend open(String name);
    }

    @Test
    void aModeIsUnavailable() {
        assertThatExceptionOfType(BackendUnavailableException.class)
                .isThrownBy(() -> open("opencl+half"))
                .withMessageContaining("opencl+half");
    }

    /** A graphics card is ahead of everything on the CPU; OpenCL on the CPU is behind, and says what it is. */
    @Test
    void scoresPutAGraphicsCardFirstAndTheCpuLast() {
        double simd = 8;
        double scalar = 1;
        assertThat(DeviceFacts.score(Kind.GPU, false, 1, 0)).isGreaterThan(simd);
        assertThat(DeviceFacts.score(Kind.GPU, false, 132, 1980))
                .isGreaterThan(DeviceFacts.score(Kind.GPU, false, 108, 1410));
        assertThat(DeviceFacts.score(Kind.GPU, true, 96, 2000)).isBetween(scalar, simd);
        assertThat(DeviceFacts.score(Kind.CPU, true, 128, 3000)).isLessThan(scalar);
        assertThat(OpenClReport.take().devices())
                .filteredOn(device -> device.kind() == Kind.CPU)
                .allSatisfy(device -> assertThat(device.description()).contains("the CPU itself"));
    }

    @Test
    void afterClosingNothingWorksAndNothingCrashes() {
        Backend backend = open("opencl");
        Tensor tensor = backend.allocate(3, 4);
        Tensor closed = backend.allocate(3, 4);
        closed.close();
        assertThatIllegalStateException().isThrownBy(() -> backend.fill(closed, 1));
        assertThatIllegalStateException().isThrownBy(() -> backend.scale(1, tensor, closed));
        backend.close();
        float[] numbers = new float[12];
        assertThatIllegalStateException().isThrownBy(backend::close);
        assertThatIllegalStateException().isThrownBy(() -> backend.allocate(1, 1));
        assertThatIllegalStateException().isThrownBy(() -> backend.upload(numbers, 0, tensor));
        assertThatIllegalStateException().isThrownBy(() -> backend.download(tensor, numbers, 0));
        assertThatIllegalStateException().isThrownBy(() -> backend.scale(1, tensor, tensor));
        assertThatIllegalStateException().isThrownBy(() -> backend.copy(tensor, tensor));
        assertThatIllegalStateException().isThrownBy(backend::synchronize);
        tensor.close();
        assertThatIllegalStateException().isThrownBy(tensor::close);
    }
}
