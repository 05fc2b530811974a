package joust.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloatListTest {
    @Test
    void givesAsManyValuesAsWereAdded() {
        int first = Heap.grown(0, Heap.LONGEST_ARRAY);
        for (int size : new int[] {0, 1, first - 1, first, first + 1, 2 * first}) {
            FloatList list = new FloatList("list");
            float[] expected = new float[size];
            for (int i = 0; i < size; i++) {
                expected[i] = i;
                list.add(i);
            }
            assertThat(list.size()).isEqualTo(size);
            assertThat(list.toArray()).isEqualTo(expected);
        }
    }
}
