package joust.scalar;

import static joust.math.Elementary.sigmoid;
import static joust.math.Elementary.softplus;
import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * Cross-entropy losses of a discriminator's logits x, row by row, and their derivatives times {@code scale}, as
 * joust.backend.Losses defines them; s is the sigmoid. A NaN logit gives NaN in both. Offsets and errors are as in
 * {@link ElementwiseKernels}; no two arrays may overlap.
 */
public final class LogitLossKernels {
    private LogitLossKernels() {}

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
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        float rest = (float) (1.0 - label);
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            float attraction = softplus(-value);
            losses[lossesOffset + i] = label == 1 ? attraction : fma(label, attraction, rest * softplus(value));
            gradient[gradientOffset + i] = fma(rest, sigmoid(value), -(label * sigmoid(-value))) * scale;
        }
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
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            losses[lossesOffset + i] = softplus(value);
            gradient[gradientOffset + i] = sigmoid(value) * scale;
        }
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
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            losses[lossesOffset + i] = -softplus(value);
            gradient[gradientOffset + i] = -sigmoid(value) * scale;
        }
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
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            losses[lossesOffset + i] = softplus(-value);
            gradient[gradientOffset + i] = -sigmoid(-value) * scale;
        }
    }
}
