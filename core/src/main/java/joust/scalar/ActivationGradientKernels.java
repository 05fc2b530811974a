package joust.scalar;

import static joust.math.FusedArithmetic.fma;

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
        for (int i = 0; i < count; i++) {
            int below = SignMasks.positive(-y[yOffset + i]);
            out[outOffset + i] = SignMasks.select(below, slope, 1f) * gradient[gradientOffset + i];
        }
    }

    /** {@code out = gradient * fma(-y, y, y)}. */
    public static void sigmoid(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        if (yOffset == outOffset && gradientOffset == outOffset) {
            sigmoidLoop(y, outOffset, gradient, outOffset, out, outOffset, count);
        } else {
            sigmoidLoop(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        }
    }

    private static void sigmoidLoop(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = gradient[gradientOffset + i] * fma(-value, value, value);
        }
    }

    /** {@code out = gradient * fma(-y, y, 1)}. */
    public static void tanh(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        if (yOffset == outOffset && gradientOffset == outOffset) {
            tanhLoop(y, outOffset, gradient, outOffset, out, outOffset, count);
        } else {
            tanhLoop(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        }
    }

    private static void tanhLoop(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = gradient[gradientOffset + i] * fma(-value, value, 1f);
        }
    }

    private static void check(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        Bounds.vector("y", y, yOffset, count);
        Bounds.vector("gradient", gradient, gradientOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
