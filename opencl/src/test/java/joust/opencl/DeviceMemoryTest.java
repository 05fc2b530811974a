package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.CheckedBackend;
import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

/** What happens where the device's memory ends. */
class DeviceMemoryTest {
    private static final int MEBI_OF_FLOATS = 1 << 18;
    private static final long BUDGET = 5L << 20;

    @Test
    void whatDoesNotFitIsRefusedWithItsSizeAndWhatIsLeft() {
        OpenClContext context = OpenClContext.open(FirstDevice.find(), new DeviceMemory("first", BUDGET, 3L << 20));
        try (Backend backend = CheckedBackend.wrap(new OpenClBackend(context, DeviceProducts.on(context)))) {
            Tensor kept = backend.allocate(1, 2 * MEBI_OF_FLOATS);
            int objects = context.liveObjects();
            assertThatExceptionOfType(BackendException.class)
                    .isThrownBy(() -> backend.allocate(4, MEBI_OF_FLOATS))
                    .withMessageContainingAll(
                            "first: allocate: no device memory for 4194304 bytes (4 MiB)",
                            "uses 2 MiB of 5 MiB",
                            "3145728 bytes free");
            assertThat(context.liveObjects()).isEqualTo(objects);
            Tensor next = backend.allocate(3, MEBI_OF_FLOATS);
            assertThatExceptionOfType(BackendException.class).isThrownBy(() -> backend.allocate(1, 1));
            next.close();
            kept.close();
            assertThatExceptionOfType(BackendException.class)
                    .isThrownBy(() -> backend.allocate(4, MEBI_OF_FLOATS))
                    .withMessageContaining("the device gives out at most 3 MiB in one piece");
            assertThat(context.memory().used()).isZero();
            backend.allocate(3, MEBI_OF_FLOATS);
        }
    }

    /** The budget claims more than there is, so that it is the device that refuses. */
    @Test
    void whatTheDeviceItselfRefusesIsGivenBack() {
        OpenClContext context =
                OpenClContext.open(FirstDevice.find(), new DeviceMemory("first", Long.MAX_VALUE, Long.MAX_VALUE));
        long more = context.facts().largestAllocation() / Float.BYTES + 1;
        try (context) {
            int objects = context.liveObjects();
            for (int i = 0; i < 3; i++) {
                assertThatExceptionOfType(BackendException.class)
                        .isThrownBy(() -> context.allocate(more))
                        .withMessageContainingAll("no device memory for " + more * Float.BYTES + " bytes", "CL_", "(-");
            }
            assertThat(context.liveObjects()).isEqualTo(objects);
            assertThat(context.memory().used()).isZero();
            context.allocate(1000).fill(1, 0, 1000);
            context.finish();
        }
    }
}
