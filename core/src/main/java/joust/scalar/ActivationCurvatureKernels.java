package joust.scalar;

import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

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
            sigmoidAligned(y, factor, out, outOffset, outOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = (factor[factorOffset + i] * fma(-value, value, value)) * fma(-2f, value, 1f);
        }
    }

    private static void sigmoidAligned(float[] y, float[] factor, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (factor[i] * fma(-y[i], y[i], y[i])) * fma(-2f, y[i], 1f);
        }
    }

    /** {@code out = (factor * fma(-y, y, 1)) * (-2 * y)}. */
    public static void tanh(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, factor, factorOffset, out, outOffset, count);
        if (yOffset == outOffset && factorOffset == outOffset) {
            tanhAligned(y, factor, out, outOffset, outOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            out[outOffset + i] = (factor[factorOffset + i] * fma(-value, value, 1f)) * (-2f * value);
        }
    }

    private static void tanhAligned(float[] y, float[] factor, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = (factor[i] * fma(-y[i], y[i], 1f)) * (-2f * y[i]);
        }
    }

    private static void check(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        Bounds.vector("y", y, yOffset, count);
        Bounds.vector("factor", factor, factorOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
