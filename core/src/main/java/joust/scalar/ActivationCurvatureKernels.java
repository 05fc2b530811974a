package joust.scalar;

import static joust.math.FusedArithmetic.fma;

/**
 * Second derivatives of the smooth activation functions times a factor, on float arrays, taken from the output y. Those of
 * identity, ReLU and leaky ReLU are +0. Offsets, overlaps and errors are as in {@link ElementwiseKernels}; NaN goes through.
 */
public final class ActivationCurvatureKernels {
    private ActivationCurvatureKernels() {}

    /** {@code out = (factor * fma(-y, y, y)) * fma(-2, y, 1)}. */
    public static void sigmoid(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, factor, factorOffset, out, outOffset, count);
        if (yOffset == outOffset && factorOffset == outOffset) {
            sigmoidLoop(y, outOffset, factor, outOffset, out, outOffset, count);
        } else {
            sigmoidLoop(y, yOffset, factor, factorOffset, out, outOffset, count);
        }
    }

    private static void sigmoidLoop(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = (factor[factorOffset + i] * fma(-value, value, value)) * fma(-2f, value, 1f);
        }
    }

    /** {@code out = (factor * fma(-y, y, 1)) * (-2 * y)}. */
    public static void tanh(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, factor, factorOffset, out, outOffset, count);
        if (yOffset == outOffset && factorOffset == outOffset) {
            tanhLoop(y, outOffset, factor, outOffset, out, outOffset, count);
        } else {
            tanhLoop(y, yOffset, factor, factorOffset, out, outOffset, count);
        }
    }

    private static void tanhLoop(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = (factor[factorOffset + i] * fma(-value, value, 1f)) * (-2f * value);
        }
    }

    private static void check(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        Bounds.vector("y", y, yOffset, count);
        Bounds.vector("factor", factor, factorOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
