package joust.scalar;

import joust.math.Bounds;
import joust.math.Elementary;

/**
 * Activation functions and their derivatives on float arrays, as joust.backend.Activation defines them. Derivatives are
 * taken from the output y. Offsets, overlaps and errors are as in {@link ElementwiseKernels}; NaN inputs give NaN.
 */
public final class ActivationKernels {
    private ActivationKernels() {}

    /** {@code y = x <= 0 ? +0 : x}. */
    public static void relu(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        if (xOffset == yOffset) {
            reluAligned(x, y, yOffset, yOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Math.max(x[xOffset + i], 0f);
        }
    }

    /** Math.max keeps NaN and takes +0 over -0, so it is the definition. */
    private static void reluAligned(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(x[i], 0f);
        }
    }

    /**
     * {@code y = x < 0 ? slope * x : x}.
     *
     * @param slope in (0, 1)
     */
    public static void leakyRelu(float slope, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        if (xOffset == yOffset) {
            leakyReluAligned(slope, x, y, yOffset, yOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Math.max(x[xOffset + i], slope * x[xOffset + i]);
        }
    }

    /** A slope in (0, 1) moves every number towards zero, so the larger one is the definition. */
    private static void leakyReluAligned(float slope, float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.max(x[i], slope * x[i]);
        }
    }

    /** {@code y = 1/(1+exp(-x))} by {@link Elementary#sigmoid}. */
    public static void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Elementary.sigmoid(x[xOffset + i]);
        }
    }

    /** {@code y = tanh(x)} by {@link Elementary#tanh}. */
    public static void tanh(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Elementary.tanh(x[xOffset + i]);
        }
    }
}
