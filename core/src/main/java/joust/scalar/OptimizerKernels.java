package joust.scalar;

import static joust.math.FusedArithmetic.fma;

/**
 * Gradient descent with and without momentum, weight decay and the moving average, on float arrays, as
 * joust.backend.Optimizers defines them. Scalars come in double and are rounded to float32 once. Offsets and errors are as in
 * {@link ElementwiseKernels}; no two arrays may overlap. NaN goes through.
 */
public final class OptimizerKernels {
    private OptimizerKernels() {}

    /** {@code p = fma(-learningRate, g, p)}. */
    public static void sgd(double learningRate, float[] g, int gOffset, float[] p, int pOffset, int count) {
        ElementwiseKernels.addScaled((float) -learningRate, g, gOffset, p, pOffset, count);
    }

    /** {@code p = fma(-rate, p, p)}. */
    public static void decay(double rate, float[] p, int pOffset, int count) {
        ElementwiseKernels.addScaled((float) -rate, p, pOffset, p, pOffset, count);
    }

    /** {@code a = fma(momentum, a, g), p = fma(-learningRate, a, p)}. */
    public static void momentum(
            double learningRate,
            double momentum,
            float[] g,
            int gOffset,
            float[] a,
            int aOffset,
            float[] p,
            int pOffset,
            int count) {
        check(g, gOffset, a, aOffset, p, pOffset, count);
        if (gOffset == pOffset && aOffset == pOffset) {
            momentumLoop((float) -learningRate, (float) momentum, g, pOffset, a, pOffset, p, pOffset, count);
        } else {
            momentumLoop((float) -learningRate, (float) momentum, g, gOffset, a, aOffset, p, pOffset, count);
        }
    }

    private static void momentumLoop(
            float minusRate,
            float momentum,
            float[] g,
            int gOffset,
            float[] a,
            int aOffset,
            float[] p,
            int pOffset,
            int count) {
        for (int i = 0; i < count; i++) {
            float velocity = fma(momentum, a[aOffset + i], g[gOffset + i]);
            a[aOffset + i] = velocity;
            p[pOffset + i] = fma(minusRate, velocity, p[pOffset + i]);
        }
    }

    /** {@code a = fma(momentum, a, g), p = fma(-learningRate, fma(momentum, a, g), p)}, the second a being the new one. */
    public static void nesterov(
            double learningRate,
            double momentum,
            float[] g,
            int gOffset,
            float[] a,
            int aOffset,
            float[] p,
            int pOffset,
            int count) {
        check(g, gOffset, a, aOffset, p, pOffset, count);
        if (gOffset == pOffset && aOffset == pOffset) {
            nesterovLoop((float) -learningRate, (float) momentum, g, pOffset, a, pOffset, p, pOffset, count);
        } else {
            nesterovLoop((float) -learningRate, (float) momentum, g, gOffset, a, aOffset, p, pOffset, count);
        }
    }

    private static void nesterovLoop(
            float minusRate,
            float momentum,
            float[] g,
            int gOffset,
            float[] a,
            int aOffset,
            float[] p,
            int pOffset,
            int count) {
        for (int i = 0; i < count; i++) {
            float gradient = g[gOffset + i];
            float velocity = fma(momentum, a[aOffset + i], gradient);
            a[aOffset + i] = velocity;
            p[pOffset + i] = fma(minusRate, fma(momentum, velocity, gradient), p[pOffset + i]);
        }
    }

    /** {@code e = fma(1-decay, p-e, e)}; 1-decay is taken in double. */
    public static void movingAverage(double decay, float[] p, int pOffset, float[] e, int eOffset, int count) {
        Bounds.vector("p", p, pOffset, count);
        Bounds.vector("e", e, eOffset, count);
        if (pOffset == eOffset) {
            movingAverageLoop((float) (1 - decay), p, eOffset, e, eOffset, count);
        } else {
            movingAverageLoop((float) (1 - decay), p, pOffset, e, eOffset, count);
        }
    }

    private static void movingAverageLoop(float weight, float[] p, int pOffset, float[] e, int eOffset, int count) {
        for (int i = 0; i < count; i++) {
            float average = e[eOffset + i];
            e[eOffset + i] = fma(weight, p[pOffset + i] - average, average);
        }
    }

    private static void check(float[] g, int gOffset, float[] a, int aOffset, float[] p, int pOffset, int count) {
        Bounds.vector("g", g, gOffset, count);
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("p", p, pOffset, count);
    }
}
