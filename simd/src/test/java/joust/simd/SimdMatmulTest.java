package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import joust.math.FusedArithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Products on arrays with offsets and gaps between rows, against the three textbook loops, bit for bit. */
class SimdMatmulTest {
    private static final int[] SIZES = {1, 3, 5, 6, 7, 10, 16, 17, 33, 100, 289};
    private static final int[] COLUMNS = {15, 16, 17, 32, 47, 48};
    private static final int[] STEPS = {1, 15, 16, 17, 31};
    private static final int GAP = 3;
    private static final int OFFSET = 5;

    private final SimdScratch scratch = new SimdScratch();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void equalsTheTextbookLoops(int form) {
        for (int m : SIZES) {
            for (int n : SIZES) {
                for (int k : SIZES) {
                    compare((form & 1) != 0, (form & 2) != 0, m, n, k, (form & 4) != 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void everyNumberOfRowsHasItsPanels(int form) {
        for (int m = 1; m <= 75; m++) {
            for (int n : COLUMNS) {
                for (int k : STEPS) {
                    compare((form & 1) != 0, (form & 2) != 0, m, n, k, (form & 4) != 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15})
    void everyNumberOfVectorsHasItsStrips(int tail) {
        for (int m = 4; m <= 50; m++) {
            for (int vectors = 1; vectors <= 13; vectors++) {
                int n = vectors * Lanes.COUNT + tail % Lanes.COUNT;
                compare(false, false, m, n, 9, false);
                compare(false, false, m, n, 9, true);
            }
        }
    }

    /** Sixteen or thirty-two units on as many, without gaps, and what just misses that. */
    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void layersOfFewUnitsHaveTilesOfTheirOwn(int units) {
        for (int m = 5; m <= 50; m++) {
            compare(false, false, m, units, units, false, 0);
            compare(false, false, m, units, units, true, 0);
            compare(false, false, m, units, units - 1, false, 0);
            compare(false, false, m, units - 1, units, false, 0);
            compare(false, true, m, units, units, false, 0);
            compare(true, false, m, units, units, false, 0);
        }
    }

    /** The last columns of a straight b are packed by vectors, but for rows too close to the end of the array. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 15, 16, 17, 20, 31})
    void lastColumnsUpToTheEndOfTheArray(int columns) {
        for (int k : new int[] {16, 61}) {
            compare(false, false, 60, 64 + columns, k, false, 0);
            compare(true, false, 60, 64 + columns, k, true, 0);
            compare(true, true, 60, 64 + columns, k, false, 0);
        }
    }

    /** From 72 rows on the first six are computed while b is packed, two panels at a time; a single or partial panel is left over. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void firstRowsPackByTheWay(int form) {
        for (int m : new int[] {71, 72, 73, 78, 91}) {
            for (int panels = 1; panels <= 3; panels++) {
                for (int columns : new int[] {0, 1, Lanes.COUNT, Blocks.COLUMNS - 1}) {
                    int n = panels * Blocks.COLUMNS + columns;
                    compare((form & 1) != 0, (form & 2) != 0, m, n, 0, (form & 4) != 0);
                    compare((form & 1) != 0, (form & 2) != 0, m, n, 1, (form & 4) != 0);
                    compare((form & 1) != 0, (form & 2) != 0, m, n, 18, (form & 4) != 0, 0);
                    compare((form & 1) != 0, (form & 2) != 0, m, n, Blocks.DEPTH + 3, (form & 4) != 0, 0);
                }
            }
        }
    }

    /** Vectors instead of matrices, on which rows and columns lie alike. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void columnsAndSingleStepsWithoutGaps(int form) {
        for (int m : SIZES) {
            for (int other : SIZES) {
                compare((form & 1) != 0, (form & 2) != 0, m, 1, other, (form & 4) != 0, 0);
                compare((form & 1) != 0, (form & 2) != 0, m, other, 1, (form & 4) != 0, 0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 16, 23})
    void longRowsAreStreamed(int k) {
        for (int n : new int[] {511, 512, 519, 784, 4_999}) {
            for (int m : new int[] {1, 5}) {
                compare(false, false, m, n, k, false);
                compare(false, false, m, n, k, true);
                compare(true, false, m, n, k, true);
            }
            compare(true, false, n, 1, k, false, 0);
            compare(true, false, n, 1, k, true, 0);
        }
    }

    @Test
    void operandsNearAndFar() {
        compare(false, false, 30, 520, 600, false);
        compare(false, false, 128, 130, 256, true);
        compare(false, false, 13, 1000, 70, false);
        compare(false, false, 27, 1000, 70, false);
        compare(false, false, 29, 1000, 70, false);
    }

    @Test
    void manyRowsColumnsAndStepsAreCutIntoBlocks() {
        compare(false, false, 607, 2100, 20, true);
        int k = 2 * Blocks.DEPTH + 3;
        int group = Blocks.groupColumns(Blocks.depth(k), false);
        compare(false, false, 1601, group + 6, k, true);
        compare(true, true, 1601, 40, k, false);
        compare(false, false, 1861, 97, Blocks.DEPTH, true);
        compare(true, false, 1861, 97, Blocks.DEPTH, false);
    }

    @Test
    void noStepsGiveZero() {
        float[] c = {Float.NaN, 1};
        SimdMatmul.multiply(false, false, 1, 2, 0, new float[0], 0, 0, new float[0], 0, 2, false, c, 0, 2, scratch);
        assertThat(c).containsExactly(0, 0);
    }

    /** In every form and beside every tile, without a write to what lies between rows. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void noStepsWriteNothingElse(int form) {
        for (int m : new int[] {1, 4, 8, 12, 14, 50}) {
            for (int n : new int[] {1, 8, 16, 32, 48, 80}) {
                compare((form & 1) != 0, (form & 2) != 0, m, n, 0, (form & 4) != 0);
                compare((form & 1) != 0, (form & 2) != 0, m, n, 0, (form & 4) != 0, 0);
            }
        }
    }

    @Test
    void wrongRangesAreNamedBeforeAnythingIsWritten() {
        float[] c = new float[4];
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> SimdMatmul.multiply(
                        false, false, 2, 2, 2, new float[3], 0, 2, new float[4], 0, 2, false, c, 0, 2, scratch))
                .withMessageStartingWith("a: 2x2 with leading dimension 2");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SimdMatmul.multiply(
                        false, false, 2, 2, 2, new float[4], 0, 2, new float[4], 0, 1, false, c, 0, 2, scratch))
                .withMessageStartingWith("b: 2x2 with leading dimension 1");
        assertThat(c).containsOnly(0);
    }

    private void compare(boolean transposeA, boolean transposeB, int m, int n, int k, boolean add) {
        compare(transposeA, transposeB, m, n, k, add, GAP);
    }

    private void compare(boolean transposeA, boolean transposeB, int m, int n, int k, boolean add, int gap) {
        Random random = new Random(31L * m + 7L * n + k);
        int lda = (transposeA ? m : k) + gap;
        int ldb = (transposeB ? k : n) + gap;
        int ldc = n + gap;
        float[] a = numbers(random, transposeA ? k : m, lda);
        float[] b = numbers(random, transposeB ? n : k, ldb);
        float[] c = numbers(random, m, ldc);
        float[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = add ? c[OFFSET + i * ldc + j] : 0f;
                for (int step = 0; step < k; step++) {
                    float left = a[OFFSET + (transposeA ? step * lda + i : i * lda + step)];
                    float right = b[OFFSET + (transposeB ? j * ldb + step : step * ldb + j)];
                    sum = FusedArithmetic.fma(left, right, sum);
                }
                expected[OFFSET + i * ldc + j] = sum;
            }
        }
        SimdMatmul.multiply(
                transposeA, transposeB, m, n, k, a, OFFSET, lda, b, OFFSET, ldb, add, c, OFFSET, ldc, scratch);
        assertThat(Arrays.mismatch(c, expected))
                .as("%dx%dx%d, transposed %b %b, add %b", m, k, n, transposeA, transposeB, add)
                .isEqualTo(-1);
    }

    private static float[] numbers(Random random, int rows, int stride) {
        float[] numbers = new float[OFFSET + rows * stride];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
