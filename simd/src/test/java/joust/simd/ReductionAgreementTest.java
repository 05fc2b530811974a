package joust.simd;

import java.util.SplittableRandom;
import joust.math.FixedOrderSum;
import joust.scalar.MatmulScratch;
import joust.scalar.ReductionKernels;
import org.junit.jupiter.api.Test;

/** Sums on vectors have the scalar ones' bits. */
class ReductionAgreementTest {
    private final SimdSum simd = new SimdSum();
    private final FixedOrderSum scalar = new FixedOrderSum();
    private final MatmulScratch scratch = new MatmulScratch();

    /** Two levels of blocks, with finite numbers so that a wrong order shows. */
    @Test
    void sumsOfFiniteNumbers() {
        for (int count : new int[] {0, 1, 63, 64, 65, 128, 4095, 4096, 4097, 10007, 4096 * 65, 4096 * 130 + 77}) {
            float[] x = finite(count + 3);
            float[] actual = {simd.sum(x, 3, count), simd.sumOfSquares(x, 3, count)};
            float[] expected = {scalar.sum(x, 3, count), scalar.sumOfSquares(x, 3, count)};
            KernelPair.assertEqual(actual, expected, count + " elements");
        }
    }

    /** The lowest blocks hold one element each at the third level: 4096 squared and one. */
    @Test
    void threeLevelsOfBlocks() {
        int count = 4096 * 4096 + 1;
        float[] x = finite(count);
        KernelPair.assertEqual(
                new float[] {simd.sum(x, 0, count)}, new float[] {scalar.sum(x, 0, count)}, "three levels");
    }

    private static float[] finite(int count) {
        float[] x = new float[count];
        SplittableRandom random = new SplittableRandom(count);
        for (int i = 0; i < count; i++) {
            x[i] = random.nextFloat() * 2 - 1;
        }
        return x;
    }

    @Test
    void sumsWithSpecialNumbers() {
        KernelPair.assertSame(
                2,
                1,
                (x, at, n) -> x[1][0] = simd.sum(x[0], at[0], n) + simd.sumOfSquares(x[0], at[0], n),
                (x, at, n) -> x[1][0] = scalar.sum(x[0], at[0], n) + scalar.sumOfSquares(x[0], at[0], n));
    }

    @Test
    void counts() {
        for (float threshold : new float[] {0f, 0.5f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY}) {
            KernelPair.assertSame(
                    2,
                    1,
                    (x, at, n) -> x[1][0] = SimdReductionKernels.countAbove(threshold, x[0], at[0], n),
                    (x, at, n) -> x[1][0] = ReductionKernels.countAbove(threshold, x[0], at[0], n));
        }
    }

    /** Numbers of columns around vectors, with a gap between the rows. */
    @Test
    void sumsOfRowsAndColumns() {
        for (int rows : new int[] {0, 1, 3, 17}) {
            for (int cols : new int[] {1, 2, 3, 4, 7, 8, 9, 16, 31, 32, 33, 65, 100, 4100}) {
                float[] x = KernelPair.placed(rows * (cols + 2), 3, rows + 100L * cols);
                for (boolean add : new boolean[] {false, true}) {
                    float[] actual = KernelPair.placed(cols, 2, cols);
                    float[] expected = actual.clone();
                    SimdReductionKernels.sumRows(rows, cols, x, 3, cols + 2, add, actual, 2);
                    ReductionKernels.sumRows(rows, cols, x, 3, cols + 2, add, expected, 2, scratch);
                    KernelPair.assertEqual(actual, expected, rows + "x" + cols + " add " + add);
                }
                float[] actual = KernelPair.placed(rows, 1, 7);
                float[] expected = actual.clone();
                SimdReductionKernels.rowSumOfSquares(rows, cols, x, 3, cols + 2, actual, 1, simd);
                ReductionKernels.rowSumOfSquares(rows, cols, x, 3, cols + 2, expected, 1, scalar);
                KernelPair.assertEqual(actual, expected, rows + "x" + cols + " squares");
            }
        }
    }
}
