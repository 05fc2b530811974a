package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatmulKernelsTest {
    private final MatmulScratch scratch = new MatmulScratch();

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 7, 3",
        "3, 1, 5",
        "2, 2, 4",
        "4, 8, 8",
        "5, 9, 7",
        "7, 31, 63",
        "6, 33, 64",
        "8, 16, 65",
        "13, 511, 66",
        "3, 512, 5",
        "9, 513, 130",
        "4, 1030, 129",
        "130, 3, 9"
    })
    void everyTranspositionGivesTheBitsOfTheTextbookLoops(int m, int n, int k) {
        Random random = new Random(m + 31L * n + 977L * k);
        for (int which = 0; which < 8; which++) {
            boolean transposeA = (which & 1) != 0;
            boolean transposeB = (which & 2) != 0;
            boolean add = (which & 4) != 0;
            Matrix a = Matrix.random(random, transposeA ? k : m, transposeA ? m : k, which, 2);
            Matrix b = Matrix.random(random, transposeB ? n : k, transposeB ? k : n, 5, which);
            Matrix c = add ? Matrix.random(random, m, n, 3, 1) : Matrix.poisoned(m, n, 3, 1);
            Matrix expected = c.copy();
            NaiveMatmul.multiply(transposeA, a, transposeB, b, add, expected);
            multiply(transposeA, a, transposeB, b, add, c, k);
            Places.assertSame(c.array, expected.array);
        }
    }

    @Test
    void aChainOfNoProductsIsZeroOrTheOutputItself() {
        float[] c = {Float.NaN, 2f};
        MatmulKernels.multiply(false, false, 1, 1, 0, c, 0, 1, c, 0, 1, false, c, 0, 1, scratch);
        MatmulKernels.multiply(false, false, 1, 1, 0, c, 0, 1, c, 0, 1, true, c, 1, 1, scratch);
        assertThat(c).containsExactly(0f, 2f);
    }

    @Test
    void anEmptyOutputIsLeftAlone() {
        float[] c = {Float.NaN};
        MatmulKernels.multiply(false, false, 0, 1, 1, c, 0, 1, c, 0, 1, false, c, 0, 1, scratch);
        MatmulKernels.multiply(false, false, 1, 0, 1, c, 0, 1, c, 0, 0, false, c, 0, 0, scratch);
        assertThat(c).containsExactly(Float.NaN);
    }

    @Test
    void zeroTimesInfinityIsNotSkipped() {
        float[] c = new float[2];
        float[] b = {Float.POSITIVE_INFINITY, 1f};
        MatmulKernels.multiply(false, false, 1, 2, 1, new float[] {0f}, 0, 1, b, 0, 2, false, c, 0, 2, scratch);
        assertThat(c).containsExactly(Float.NaN, 0f);
    }

    @Test
    void chainsStartFromPositiveZero() {
        float[] c = new float[1];
        MatmulKernels.multiply(
                false, false, 1, 1, 1, new float[] {-0f}, 0, 1, new float[] {1f}, 0, 1, false, c, 0, 1, scratch);
        assertThat(Float.floatToRawIntBits(c[0])).isZero();
    }

    @Test
    void denormalProductsAreKept() {
        float[] c = new float[1];
        MatmulKernels.multiply(
                false,
                false,
                1,
                1,
                1,
                new float[] {0x1p-80f},
                0,
                1,
                new float[] {0x1p-60f},
                0,
                1,
                false,
                c,
                0,
                1,
                scratch);
        assertThat(c).containsExactly(0x1p-140f);
    }

    @Test
    void aMatrixOutsideItsArrayIsNamed() {
        float[] four = new float[4];
        assertThatThrownBy(() -> MatmulKernels.multiply(
                        false, true, 2, 2, 2, four, 0, 2, four, 1, 2, false, new float[4], 0, 2, scratch))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("b: 2x2 with leading dimension 2 from 1 in an array of 4");
        assertThatThrownBy(() -> MatmulKernels.multiply(
                        true, false, 2, 2, 3, four, 0, 1, four, 1, 2, false, new float[4], 0, 2, scratch))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a: 3x2 with leading dimension 1");
    }

    private void multiply(boolean transposeA, Matrix a, boolean transposeB, Matrix b, boolean add, Matrix c, int k) {
        MatmulKernels.multiply(
                transposeA,
                transposeB,
                c.rows,
                c.cols,
                k,
                a.array,
                a.offset,
                a.leadingDimension,
                b.array,
                b.offset,
                b.leadingDimension,
                add,
                c.array,
                c.offset,
                c.leadingDimension,
                scratch);
    }
}
