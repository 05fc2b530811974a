package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where tensors of host backends lie. */
class HostMemoryTest {
    @Test
    void everyTensorStartsACacheLineAndNoneSharesANumber() {
        try (Backend backend = Backends.open("scalar")) {
            List<HostTensor> tensors = new ArrayList<>();
            for (int cols = 1; cols < 200; cols += 7) {
                tensors.add((HostTensor) backend.allocate(3, cols));
            }
            tensors.add((HostTensor) backend.allocate(AlignedArrays.HALF_REGION, 1));
            for (int i = 0; i < tensors.size(); i++) {
                assertThat(tensors.get(i).start() % AlignedArrays.LINE).isEqualTo(AlignedArrays.START);
                backend.fill(tensors.get(i), i + 1);
            }
            for (int i = 0; i < tensors.size(); i++) {
                float[] numbers = new float[tensors.get(i).size()];
                backend.download(tensors.get(i), numbers, 0);
                assertThat(numbers).as("tensor %d", i).containsOnly(i + 1f);
            }
        }
    }

    @Test
    void smallTensorsAreZeroAlsoWhereOthersWereClosed() {
        try (Backend backend = Backends.open("scalar")) {
            for (int i = 0; i < 1000; i++) {
                Tensor tensor = backend.allocate(17, 64);
                float[] numbers = new float[tensor.size()];
                backend.download(tensor, numbers, 0);
                assertThat(numbers).containsOnly(0f);
                backend.fill(tensor, 1f);
                tensor.close();
            }
        }
    }

    @Test
    void arraysReachTheCollectorsLimit() {
        assertThat(AlignedArrays.regionBytes(1L << 28)).isEqualTo(1L << 20);
        assertThat(AlignedArrays.regionBytes(4L << 30)).isEqualTo(1L << 21);
        assertThat(AlignedArrays.regionBytes((4L << 30) + 1)).isEqualTo(1L << 21);
        assertThat(AlignedArrays.regionBytes(6028L << 20)).isEqualTo(1L << 22);
        assertThat(AlignedArrays.regionBytes(1L << 40)).isEqualTo(1L << 25);
        assertThat(AlignedArrays.allocate(5)).hasSizeGreaterThanOrEqualTo(AlignedArrays.HALF_REGION);
        assertThat(AlignedArrays.allocateThrifty(5)).hasSize(5 + AlignedArrays.START);
    }
}
