package joust.simd;

import static joust.simd.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/** Sums of the columns of a matrix: one chain of additions for each column, over ascending rows. */
final class ColumnSums {
    private static final int W = Lanes.COUNT;

    private ColumnSums() {}

    /** Continues the chains in {@code sums} by the rows of x. */
    static void add(float[] x, int xOffset, int ldx, int rows, int columns, float[] sums, int sumsOffset) {
        int column = 0;
        for (; column + 4 * W <= columns; column += 4 * W) {
            four(x, xOffset + column, ldx, rows, sums, sumsOffset + column);
        }
        for (; column + 2 * W <= columns; column += 2 * W) {
            two(x, xOffset + column, ldx, rows, sums, sumsOffset + column);
        }
        for (; column + W <= columns; column += W) {
            one(x, xOffset + column, ldx, rows, sums, sumsOffset + column);
        }
        for (; column < columns; column++) {
            float sum = sums[sumsOffset + column];
            for (int row = 0; row < rows; row++) {
                sum += x[xOffset + row * ldx + column];
            }
            sums[sumsOffset + column] = sum;
        }
    }

    private static void four(float[] x, int xOffset, int ldx, int rows, float[] sums, int at) {
        FloatVector sum0 = FloatVector.fromArray(FLOATS, sums, at);
        FloatVector sum1 = FloatVector.fromArray(FLOATS, sums, at + W);
        FloatVector sum2 = FloatVector.fromArray(FLOATS, sums, at + 2 * W);
        FloatVector sum3 = FloatVector.fromArray(FLOATS, sums, at + 3 * W);
        for (int row = 0; row < rows; row++) {
            int from = xOffset + row * ldx;
            sum0 = sum0.add(FloatVector.fromArray(FLOATS, x, from));
            sum1 = sum1.add(FloatVector.fromArray(FLOATS, x, from + W));
            sum2 = sum2.add(FloatVector.fromArray(FLOATS, x, from + 2 * W));
            sum3 = sum3.add(FloatVector.fromArray(FLOATS, x, from + 3 * W));
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + W);
        sum2.intoArray(sums, at + 2 * W);
        sum3.intoArray(sums, at + 3 * W);
    }

    private static void two(float[] x, int xOffset, int ldx, int rows, float[] sums, int at) {
        FloatVector sum0 = FloatVector.fromArray(FLOATS, sums, at);
        FloatVector sum1 = FloatVector.fromArray(FLOATS, sums, at + W);
        for (int row = 0; row < rows; row++) {
            int from = xOffset + row * ldx;
            sum0 = sum0.add(FloatVector.fromArray(FLOATS, x, from));
            sum1 = sum1.add(FloatVector.fromArray(FLOATS, x, from + W));
        }
        sum0.intoArray(sums, at);
        sum1.intoArray(sums, at + W);
    }

    private static void one(float[] x, int xOffset, int ldx, int rows, float[] sums, int at) {
        FloatVector sum = FloatVector.fromArray(FLOATS, sums, at);
        for (int row = 0; row < rows; row++) {
            sum = sum.add(FloatVector.fromArray(FLOATS, x, xOffset + row * ldx));
        }
        sum.intoArray(sums, at);
    }
}
