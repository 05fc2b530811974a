package joust.scalar;

import joust.math.Bounds;

/**
 * Losses of a critic's unbounded outputs x, row by row, and their derivatives times {@code scale}, as joust.backend.Losses
 * defines them: least squares, hinge and Wasserstein. A NaN output gives NaN in both. Offsets and errors are as in
 * {@link ElementwiseKernels}; no two arrays may overlap.
 */
public final class CriticLossKernels {
    private CriticLossKernels() {}

    /** Least squares with d = x - target: {@code (0.5*d)*d}, derivative {@code d}. */
    public static void leastSquares(
            float target,
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
            float distance = value - target;
            losses[lossesOffset + i] = (0.5f * distance) * distance;
            gradient[gradientOffset + i] = distance * scale;
        }
    }

    /** Hinge of real rows: {@code x >= 1 ? +0 : 1-x}, derivative {@code x >= 1 ? +0 : -1}. */
    public static void hingeReal(
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
            losses[lossesOffset + i] = value >= 1f ? 0f : 1f - value;
            gradient[gradientOffset + i] = (value >= 1f ? 0f : unlessNaN(value, -1f)) * scale;
        }
    }

    /** Hinge of generated rows: {@code x <= -1 ? +0 : 1+x}, derivative {@code x <= -1 ? +0 : 1}. */
    public static void hingeFake(
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
            losses[lossesOffset + i] = value <= -1f ? 0f : 1f + value;
            gradient[gradientOffset + i] = (value <= -1f ? 0f : unlessNaN(value, 1f)) * scale;
        }
    }

    /** To be raised: {@code -x}, derivative -1. The Wasserstein loss of real rows, and of the generator as in hinge. */
    public static void raise(
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
            losses[lossesOffset + i] = -value;
            gradient[gradientOffset + i] = unlessNaN(value, -1f) * scale;
        }
    }

    /** To be lowered: {@code x}, derivative 1. The Wasserstein loss of generated rows. */
    public static void lower(
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
            losses[lossesOffset + i] = value;
            gradient[gradientOffset + i] = unlessNaN(value, 1f) * scale;
        }
    }

    private static float unlessNaN(float value, float derivative) {
        return Float.isNaN(value) ? Float.NaN : derivative;
    }
}
