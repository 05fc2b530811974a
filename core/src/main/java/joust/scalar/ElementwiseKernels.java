package joust.scalar;

import static joust.math.FusedArithmetic.fma;

/**
 * Arithmetic element by element on float arrays. Each array comes with the offset of its first element. Where all offsets of
 * a call are equal, as on whole tensors, C2 vectorises the loop: it can then tell that no store hides a later load.
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
            scaleLoop(factor, x, yOffset, y, yOffset, count);
        } else {
            scaleLoop(factor, x, xOffset, y, yOffset, count);
        }
    }

    private static void scaleLoop(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = factor * x[xOffset + i];
        }
    }

    /** {@code y = fma(factor, x, y)}. */
    public static void addScaled(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        if (xOffset == yOffset) {
            addScaledLoop(factor, x, yOffset, y, yOffset, count);
        } else {
            addScaledLoop(factor, x, xOffset, y, yOffset, count);
        }
    }

    private static void addScaledLoop(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = fma(factor, x[xOffset + i], y[yOffset + i]);
        }
    }

    /** {@code out = a * b}. */
    public static void multiply(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("b", b, bOffset, count);
        Bounds.vector("out", out, outOffset, count);
        if (aOffset == outOffset && bOffset == outOffset) {
            multiplyLoop(a, outOffset, b, outOffset, out, outOffset, count);
        } else {
            multiplyLoop(a, aOffset, b, bOffset, out, outOffset, count);
        }
    }

    private static void multiplyLoop(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            out[outOffset + i] = a[aOffset + i] * b[bOffset + i];
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
