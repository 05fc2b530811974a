package joust.scalar;

import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * Arithmetic element by element on float arrays. Each array comes with the offset of its first element. Where all offsets of
 * a call are equal, as on whole tensors, loops of their own run over the bare index: the form that C2 vectorises, for it can
 * then tell that no store hides a later load.
 * An output may be one of the inputs at the same offset; other overlaps are not allowed. NaN goes through unless said.
 *
 * <p>All throw {@link IndexOutOfBoundsException} before they write if a range does not lie within its array.
 */
public final class ElementwiseKernels {
    private ElementwiseKernels() {}

    /** {@code y = factor * x}. */
    public static void scale(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        if (xOffset == yOffset) {
            scaleAligned(factor, x, y, yOffset, yOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = factor * x[xOffset + i];
        }
    }

    private static void scaleAligned(float factor, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = factor * x[i];
        }
    }

    /** {@code y = fma(factor, x, y)}. */
    public static void addScaled(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        if (xOffset == yOffset) {
            addScaledAligned(factor, x, y, yOffset, yOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = fma(factor, x[xOffset + i], y[yOffset + i]);
        }
    }

    private static void addScaledAligned(float factor, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = fma(factor, x[i], y[i]);
        }
    }

    /** {@code out = a * b}. */
    public static void multiply(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("b", b, bOffset, count);
        Bounds.vector("out", out, outOffset, count);
        if (aOffset == outOffset && bOffset == outOffset) {
            multiplyAligned(a, b, out, outOffset, outOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
        }
    }

    private static void multiplyAligned(float[] a, float[] b, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * b[i];
        }
    }

    /** Adds a row of {@code cols} to each of the {@code rows} of y, of which the leading dimension is {@code ldy}. */
    public static void addRow(int rows, int cols, float[] row, int rowOffset, float[] y, int yOffset, int ldy) {
        Bounds.vector("row", row, rowOffset, cols);
        Bounds.matrix("y", y, yOffset, rows, cols, ldy);
        for (int r = 0; r < rows; r++) {
            int start = yOffset + r * ldy;
            for (int j = 0; j < cols; j++) {
                y[start + j] += row[rowOffset + j];
            }
        }
    }
}
