package joust.scalar;

import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * First derivatives of activation functions times a gradient, on float arrays, as joust.backend.Activation defines them. They
 * are taken from the output y. Offsets, overlaps and errors are as in {@link ElementwiseKernels}.
 */
public final class ActivationGradientKernels {
    private ActivationGradientKernels() {}

    /** {@code out = y <= 0 ? +0 : gradient}; where y is NaN, the gradient. */
    public static void relu(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        for (int i = 0; i < count; i++) {
            int stopped = SignMasks.notNegative(-y[yOffset + i]);
            out[outOffset + i] = SignMasks.zeroWhere(stopped, gradient[gradientOffset + i]);
        }
    }

    /**
     * {@code out = y < 0 ? slope * gradient : gradient}; where y is NaN, the gradient.
     *
     * @param slope in (0, 1)
     */
    public static void leakyRelu(
            float slope,
            float[] y,
            int yOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        if (yOffset == outOffset && gradientOffset == outOffset) {
            leakyReluAligned(slope, y, gradient, out, outOffset, outOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[outOffset + i] = leak(slope, y[yOffset + i]) * gradient[gradientOffset + i];
        }
    }

    private static void leakyReluAligned(float slope, float[] y, float[] gradient, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = leak(slope, y[i]) * gradient[i];
        }
    }

    /**
     * The slope if {@code y < 0}, else 1. Made of operations that C2 has as vectors; the cast to int makes NaN 0, and a slope is
     * between 0 and 1.
     */
    private static float leak(float slope, float y) {
        return Math.max(Math.min((int) Math.signum(y), 0f) + 1f, slope);
    }

    /** {@code out = gradient * fma(-y, y, y)}, +0 below 2^-126. */
    public static void sigmoid(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        if (yOffset == outOffset && gradientOffset == outOffset) {
            sigmoidAligned(y, gradient, out, outOffset, outOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = toZero(gradient[gradientOffset + i] * fma(-value, value, value));
        }
    }

    private static void sigmoidAligned(float[] y, float[] gradient, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = toZero(gradient[i] * fma(-y[i], y[i], y[i]));
        }
    }

    /** {@code out = gradient * fma(-y, y, 1)}. */
    public static void tanh(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        if (yOffset == outOffset && gradientOffset == outOffset) {
            tanhAligned(y, gradient, out, outOffset, outOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = gradient[gradientOffset + i] * fma(-value, value, 1f);
        }
    }

    private static void tanhAligned(float[] y, float[] gradient, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = gradient[i] * fma(-y[i], y[i], 1f);
        }
    }

    private static void check(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        Bounds.vector("y", y, yOffset, count);
        Bounds.vector("gradient", gradient, gradientOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
