package joust.simd;

import static joust.math.FusedArithmetic.fma;

import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;

/**
 * Arithmetic element by element on float arrays. Each array comes with the offset of its first element. An output may be one of
 * the inputs at the same offset; other overlaps are not allowed. NaN goes through unless said. The bits are those of the scalar
 * formulas at every vector width.
 *
 * <p>All throw {@link IndexOutOfBoundsException} before they write if a range does not lie within its array.
 */
public final class SimdElementwiseKernels {
    private SimdElementwiseKernels() {}

    /** {@code y = factor * x}. */
    public static void scale(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            value.mul(factor).intoArray(y, yOffset + i);
        }
        scaleTail(factor, x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void scaleTail(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = factor * value;
        }
    }

    /** {@code y = fma(factor, x, y)}. */
    public static void addScaled(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            FloatVector old = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            Lanes.fma(value, FloatVector.broadcast(Lanes.FLOATS, factor), old).intoArray(y, yOffset + i);
        }
        addScaledTail(factor, x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void addScaledTail(float factor, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            float old = y[yOffset + i];
            y[yOffset + i] = fma(factor, value, old);
        }
    }

    /** {@code out = a * b}. */
    public static void multiply(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
        check(a, aOffset, b, bOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector left = FloatVector.fromArray(Lanes.FLOATS, a, aOffset + i);
            FloatVector right = FloatVector.fromArray(Lanes.FLOATS, b, bOffset + i);
            left.mul(right).intoArray(out, outOffset + i);
        }
        multiplyTail(a, aOffset + whole, b, bOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void multiplyTail(
            float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float left = a[aOffset + i];
            float right = b[bOffset + i];
            out[outOffset + i] = left * right;
        }
    }

    private static void check(float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, int count) {
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("b", b, bOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
