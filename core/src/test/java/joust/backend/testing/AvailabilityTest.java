package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class AvailabilityTest {
    private final BackendUnavailableException missing =
            new BackendUnavailableException("no OpenCL loader; install ocl-icd-libopencl1");

    @Test
    void aMissingBackendSkipsItsTestsWithTheReason() {
        assertThatThrownBy(() -> Availability.skip("opencl:1", missing, ""))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("opencl:1")
                .hasMessageContaining("no OpenCL loader");
        assertThatThrownBy(() -> Availability.skip("opencl", missing, "simd")).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void aSkipOfARequiredFamilyIsAFailure() {
        assertThatThrownBy(() -> Availability.skip("opencl:1", missing, "simd, opencl"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Djoust.require=simd, opencl")
                .hasMessageContaining("no OpenCL loader")
                .hasCause(missing);
    }

    @Test
    void anAvailableBackendIsOpened() {
        try (Backend backend = Availability.open("scalar", BackendOptions.DEFAULT)) {
            assertThat(backend.name()).isEqualTo("scalar");
        }
    }

    @Test
    void aDeviceThatDoesNotExistIsSkipped() {
        assertThatThrownBy(() -> Availability.open("scalar:9", BackendOptions.DEFAULT))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("scalar:9");
    }
}
