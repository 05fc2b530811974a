package joust.simd;

import static joust.math.Elementary.sigmoid;
import static joust.math.Elementary.softplus;
import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * Cross-entropy losses of a discriminator's logits x, row by row, and their derivatives times {@code scale}, as
 * joust.backend.Losses defines them; s is the sigmoid. A NaN logit gives NaN in both. Offsets and errors are as in
 * {@link SimdElementwiseKernels}; no two arrays may overlap.
 */
public final class SimdLogitLossKernels {
    /** A weight that adds a zero which changes nothing. */
    private static final float NOTHING = -0f;

    private SimdLogitLossKernels() {}

    /**
     * Real rows with label t: {@code t == 1 ? softplus(-x) : fma(t, softplus(-x), (1-t)*softplus(x))}, derivative
     * {@code fma(1-t, s(x), -(t*s(-x)))}.
     *
     * @param label t, in (0, 1]; 1-t is taken in double
     */
    public static void real(
            float label,
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        mixed(
                label,
                -label,
                (float) (1.0 - label),
                -1f,
                scale,
                x,
                xOffset,
                losses,
                lossesOffset,
                gradient,
                gradientOffset,
                count);
    }

    /** Generated rows, in the loss of the discriminator: {@code softplus(x)}, derivative {@code s(x)}. */
    public static void fake(
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        mixed(1f, 1f, NOTHING, 1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /** The generator's minimax loss: {@code -softplus(x)}, derivative {@code -s(x)}. */
    public static void minimaxGenerator(
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        mixed(-1f, -1f, NOTHING, 1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /** The generator's non-saturating loss: {@code softplus(-x)}, derivative {@code -s(-x)}. */
    public static void nonSaturatingGenerator(
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        mixed(1f, -1f, NOTHING, -1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /**
     * Loss {@code fma(weight, softplus(turn*x), rest*softplus(-turn*x))}, without the sum where rest is zero; derivative
     * {@code fma(rest, s(-turn*x), slope*s(turn*x))}. Factors of 1 and -1 round nothing, so all four losses are of this form.
     */
    private static void mixed(
            float weight,
            float slope,
            float rest,
            float turn,
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        ExponentialLoops.mixedSigmoids(
                slope, rest, turn, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, whole);
        ExponentialLoops.mixedSoftplus(weight, rest, turn, x, xOffset, losses, lossesOffset, whole);
        for (int i = whole; i < count; i++) {
            float z = turn * x[xOffset + i];
            gradient[gradientOffset + i] = fma(rest, sigmoid(-z), slope * sigmoid(z)) * scale;
            losses[lossesOffset + i] =
                    rest == 0f ? weight * softplus(z) : fma(weight, softplus(z), rest * softplus(-z));
        }
    }
}
