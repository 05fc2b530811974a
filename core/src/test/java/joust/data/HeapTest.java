package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class HeapTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void givesArraysOfTheLengthAskedFor() {
        assertThat(Heap.bytes("f", 3)).hasSize(3);
        assertThat(Heap.floats("f", 5)).hasSize(5);
    }

    /** No HotSpot allocates an array of 2^31 - 1 elements, however large its heap. */
    @Test
    void saysThatDataDoNotFitTheHeap() {
        DataException bytes = catchThrowableOfType(DataException.class, () -> Heap.bytes("f", Integer.MAX_VALUE));
        DataException floats = catchThrowableOfType(DataException.class, () -> Heap.floats("f", Integer.MAX_VALUE));
        String heap = "f: expected data that fit into the Java heap of "
                + Runtime.getRuntime().maxMemory() / MEBIBYTE + " MiB (java -Xmx sets it), found an array of ";
        assertThat(bytes).hasMessage(heap + "2047 MiB").hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(floats).hasMessage(heap + "8191 MiB");
    }

    @Test
    void doublesFromTheSmallestGrowthToTheLimit() {
        assertThat(Heap.grown(0, 1 << 20)).isEqualTo(65_536);
        assertThat(Heap.grown(32_768, 1 << 20)).isEqualTo(65_536);
        assertThat(Heap.grown(40_000, 1 << 20)).isEqualTo(80_000);
        assertThat(Heap.grown(0, 7)).isEqualTo(7);
        assertThat(Heap.grown(600_000, 1 << 20)).isEqualTo(1 << 20);
        assertThat(Heap.grown(2_000_000_000, Heap.LONGEST_ARRAY)).isEqualTo(Integer.MAX_VALUE - 8);
    }
}
