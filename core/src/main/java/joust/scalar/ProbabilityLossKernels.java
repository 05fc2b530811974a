package joust.scalar;

import static joust.math.Elementary.log;
import static joust.math.Elementary.log1p;
import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * Cross-entropy losses of probabilities p that the caller has clamped into (0, 1), row by row, and their derivatives times
 * {@code scale}, as joust.backend.Losses defines them. A NaN probability gives NaN in both. Offsets and errors are as in
 * {@link ElementwiseKernels}; no two arrays may overlap.
 */
public final class ProbabilityLossKernels {
    private ProbabilityLossKernels() {}

    /**
     * Real rows with label t: {@code t == 1 ? -log(p) : -fma(t, log(p), (1-t)*log1p(-p))}, derivative
     * {@code t == 1 ? -(1/p) : (1-t)/(1-p) - t/p}.
     *
     * @param label t, in (0, 1]; 1-t is taken in double
     */
    public static void real(
            float label,
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        float rest = (float) (1.0 - label);
        for (int i = 0; i < count; i++) {
            float value = p[pOffset + i];
            float attraction = log(value);
            float derivative = label == 1 ? -(1f / value) : rest / (1f - value) - label / value;
            losses[lossesOffset + i] = -(label == 1 ? attraction : fma(label, attraction, rest * log1p(-value)));
            gradient[gradientOffset + i] = derivative * scale;
        }
    }

    /** Generated rows, in the loss of the discriminator: {@code -log1p(-p)}, derivative {@code 1/(1-p)}. */
    public static void fake(
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        for (int i = 0; i < count; i++) {
            float value = p[pOffset + i];
            losses[lossesOffset + i] = -log1p(-value);
            gradient[gradientOffset + i] = (1f / (1f - value)) * scale;
        }
    }

    /** The generator's minimax loss: {@code log1p(-p)}, derivative {@code -(1/(1-p))}. */
    public static void minimaxGenerator(
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        for (int i = 0; i < count; i++) {
            float value = p[pOffset + i];
            losses[lossesOffset + i] = log1p(-value);
            gradient[gradientOffset + i] = -(1f / (1f - value)) * scale;
        }
    }

    /** The generator's non-saturating loss: {@code -log(p)}, derivative {@code -(1/p)}. */
    public static void nonSaturatingGenerator(
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        for (int i = 0; i < count; i++) {
            float value = p[pOffset + i];
            losses[lossesOffset + i] = -log(value);
            gradient[gradientOffset + i] = -(1f / value) * scale;
        }
    }
}
