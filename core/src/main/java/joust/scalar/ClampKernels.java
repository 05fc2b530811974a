package joust.scalar;

import joust.math.Bounds;

/**
 * Clamping of float arrays to a range, with its derivative. Offsets, overlaps and errors are as in
 * {@link ElementwiseKernels}.
 */
public final class ClampKernels {
    private ClampKernels() {}

    /**
     * {@code y = x < low ? low : x > high ? high : x}; NaN stays, and so does a zero of either sign on a bound of zero.
     *
     * @param low the lower bound, not NaN
     * @param high the upper bound, at least {@code low}
     */
    public static void clamp(float low, float high, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        if (xOffset == yOffset && low != 0 && high != 0) {
            clampAligned(low, high, x, y, yOffset, yOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            float raised = SignMasks.select(SignMasks.positive(low - value), low, value);
            y[yOffset + i] = SignMasks.select(SignMasks.positive(value - high), high, raised);
        }
    }

    /** Math.max puts -0 below +0, which the definition does not: for bounds other than zero only. */
    private static void clampAligned(float low, float high, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.min(Math.max(x[i], low), high);
        }
    }

    /**
     * The derivative of {@link #clamp} taken from its input: {@code out = x < low || x > high ? +0 : gradient}; where x is
     * NaN, the gradient.
     */
    public static void backward(
            float low,
            float high,
            float[] x,
            int xOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("gradient", gradient, gradientOffset, count);
        Bounds.vector("out", out, outOffset, count);
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            int outside = SignMasks.positive(low - value) | SignMasks.positive(value - high);
            out[outOffset + i] = SignMasks.zeroWhere(outside, gradient[gradientOffset + i]);
        }
    }
}
