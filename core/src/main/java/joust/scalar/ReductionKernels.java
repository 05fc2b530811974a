package joust.scalar;

import joust.math.Bounds;
import joust.math.FixedOrderSum;

/**
 * Sums over rows and columns of row-major float arrays, in the order of joust.backend.Reductions. Sums over whole arrays are
 * {@link FixedOrderSum}. A matrix is given as array, offset of the first element and leading dimension; elements between the
 * rows are not read. Outputs may not overlap inputs; NaN goes through.
 */
public final class ReductionKernels {
    /** As a matrix with strides of 0 it is all ones. */
    static final float[] ONE = {1f};

    private ReductionKernels() {}

    /**
     * The column sums of a matrix: {@code out[j]} is one chain of additions over ascending rows, from +0 or from out.
     *
     * @param add whether the chains start from out; else what it held is not read
     * @param scratch its content is lost
     * @throws IllegalArgumentException if a size is negative or the leading dimension below {@code cols}
     * @throws IndexOutOfBoundsException if the matrix or the sums do not lie within their arrays
     */
    public static void sumRows(
            int rows,
            int cols,
            float[] x,
            int xOffset,
            int ldx,
            boolean add,
            float[] out,
            int outOffset,
            MatmulScratch scratch) {
        Bounds.matrix("x", x, xOffset, rows, cols, ldx);
        Bounds.vector("out", out, outOffset, cols);
        // fma(1, x, acc) rounds exactly as acc + x does.
        MatmulKernels.blocks(
                1, cols, rows, ONE, 0, 0, 0, false, x, xOffset, ldx, add, out, outOffset, 0, scratch, RowEpilogue.NONE);
    }

    /**
     * For each row the sum of its squares in the order of {@link FixedOrderSum}.
     *
     * @param out one number a row
     * @throws IllegalArgumentException if a size is negative or the leading dimension below {@code cols}
     * @throws IndexOutOfBoundsException if the matrix or the sums do not lie within their arrays
     */
    public static void rowSumOfSquares(
            int rows,
            int cols,
            float[] x,
            int xOffset,
            int ldx,
            float[] out,
            int outOffset,
            FixedOrderSum accumulators) {
        Bounds.matrix("x", x, xOffset, rows, cols, ldx);
        Bounds.vector("out", out, outOffset, rows);
        for (int row = 0; row < rows; row++) {
            out[outOffset + row] = accumulators.sumOfSquares(x, xOffset + row * ldx, cols);
        }
    }

    /**
     * How many elements exceed {@code threshold}; NaN does not.
     *
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     */
    public static int countAbove(float threshold, float[] x, int offset, int count) {
        Bounds.vector("x", x, offset, count);
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += x[offset + i] > threshold ? 1 : 0;
        }
        return above;
    }
}
