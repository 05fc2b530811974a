package joust.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import joust.math.Bounds;

/**
 * Sums over rows and columns of row-major float arrays, in the order of joust.backend.Reductions. Sums over whole arrays are
 * {@link SimdSum}. A matrix is given as array, offset of the first element and leading dimension; elements between the rows
 * are not read. Outputs may not overlap inputs; NaN goes through.
 */
public final class SimdReductionKernels {
    private static final int W = Lanes.COUNT;
    private static final int CHAINS = 4;

    private SimdReductionKernels() {}

    /**
     * The column sums of a matrix: {@code out[j]} is one chain of additions over ascending rows, from +0 or from out.
     *
     * @param add whether the chains start from out; else what it held is not read
     * @throws IllegalArgumentException if a size is negative or the leading dimension below {@code cols}
     * @throws IndexOutOfBoundsException if the matrix or the sums do not lie within their arrays
     */
    public static void sumRows(
            int rows, int cols, float[] x, int xOffset, int ldx, boolean add, float[] out, int outOffset) {
        Bounds.matrix("x", x, xOffset, rows, cols, ldx);
        Bounds.vector("out", out, outOffset, cols);
        if (!add) {
            Arrays.fill(out, outOffset, outOffset + cols, 0f);
        }
        int column = 0;
        for (; column <= cols - CHAINS * W; column += CHAINS * W) {
            fourVectors(rows, x, xOffset + column, ldx, out, outOffset + column);
        }
        for (; column <= cols - W; column += W) {
            oneVector(rows, x, xOffset + column, ldx, out, outOffset + column);
        }
        for (; column < cols; column++) {
            oneColumn(rows, x, xOffset + column, ldx, out, outOffset + column);
        }
    }

    private static void fourVectors(int rows, float[] x, int from, int ldx, float[] out, int to) {
        FloatVector sum0 = FloatVector.fromArray(Lanes.FLOATS, out, to);
        FloatVector sum1 = FloatVector.fromArray(Lanes.FLOATS, out, to + W);
        FloatVector sum2 = FloatVector.fromArray(Lanes.FLOATS, out, to + 2 * W);
        FloatVector sum3 = FloatVector.fromArray(Lanes.FLOATS, out, to + 3 * W);
        for (int row = 0; row < rows; row++) {
            int at = from + row * ldx;
            sum0 = sum0.add(FloatVector.fromArray(Lanes.FLOATS, x, at));
            sum1 = sum1.add(FloatVector.fromArray(Lanes.FLOATS, x, at + W));
            sum2 = sum2.add(FloatVector.fromArray(Lanes.FLOATS, x, at + 2 * W));
            sum3 = sum3.add(FloatVector.fromArray(Lanes.FLOATS, x, at + 3 * W));
        }
        sum0.intoArray(out, to);
        sum1.intoArray(out, to + W);
        sum2.intoArray(out, to + 2 * W);
        sum3.intoArray(out, to + 3 * W);
    }

    private static void oneVector(int rows, float[] x, int from, int ldx, float[] out, int to) {
        FloatVector sum = FloatVector.fromArray(Lanes.FLOATS, out, to);
        for (int row = 0; row < rows; row++) {
            sum = sum.add(FloatVector.fromArray(Lanes.FLOATS, x, from + row * ldx));
        }
        sum.intoArray(out, to);
    }

    private static void oneColumn(int rows, float[] x, int from, int ldx, float[] out, int to) {
        float sum = out[to];
        for (int row = 0; row < rows; row++) {
            sum += x[from + row * ldx];
        }
        out[to] = sum;
    }

    /**
     * For each row the sum of its squares in the order of {@link SimdSum}.
     *
     * @param out one number a row
     * @throws IllegalArgumentException if a size is negative or the leading dimension below {@code cols}
     * @throws IndexOutOfBoundsException if the matrix or the sums do not lie within their arrays
     */
    public static void rowSumOfSquares(
            int rows, int cols, float[] x, int xOffset, int ldx, float[] out, int outOffset, SimdSum accumulators) {
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
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += W) {
            above += FloatVector.fromArray(Lanes.FLOATS, x, offset + i)
                    .compare(VectorOperators.GT, threshold)
                    .trueCount();
        }
        for (int i = whole; i < count; i++) {
            above += x[offset + i] > threshold ? 1 : 0;
        }
        return above;
    }
}
