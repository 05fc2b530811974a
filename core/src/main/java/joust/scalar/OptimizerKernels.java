package joust.scalar;

import static joust.math.Denormals.floorOfProducts;
import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import joust.math.Bounds;

/**
 * Gradient descent with and without momentum, weight decay and the moving average, on float arrays, as
 * joust.backend.Optimizers defines them. Scalars come in double and are rounded to float32 once. Offsets and errors are as in
 * {@link ElementwiseKernels}; no two arrays may overlap. NaN goes through. States are +0 where that
 * interface says.
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
        float minusRate = (float) -learningRate;
        float keep = (float) momentum;
        if (gOffset == pOffset && aOffset == pOffset) {
            momentumAligned(minusRate, keep, g, a, p, pOffset, pOffset + count);
            return;
        }
        float floor = floorOfProducts(keep);
        for (int i = 0; i < count; i++) {
            float velocity = toZero(fma(keep, a[aOffset + i], g[gOffset + i]), floor);
            a[aOffset + i] = velocity;
            p[pOffset + i] = fma(minusRate, velocity, p[pOffset + i]);
        }
    }

    private static void momentumAligned(
            float minusRate, float keep, float[] g, float[] a, float[] p, int from, int to) {
        float floor = floorOfProducts(keep);
        for (int i = from; i < to; i++) {
            float velocity = toZero(fma(keep, a[i], g[i]), floor);
            a[i] = velocity;
            p[i] = fma(minusRate, velocity, p[i]);
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
        float minusRate = (float) -learningRate;
        float keep = (float) momentum;
        if (gOffset == pOffset && aOffset == pOffset) {
            nesterovAligned(minusRate, keep, g, a, p, pOffset, pOffset + count);
            return;
        }
        float floor = floorOfProducts(keep);
        for (int i = 0; i < count; i++) {
            float gradient = g[gOffset + i];
            float velocity = toZero(fma(keep, a[aOffset + i], gradient), floor);
            a[aOffset + i] = velocity;
            p[pOffset + i] = fma(minusRate, fma(keep, velocity, gradient), p[pOffset + i]);
        }
    }

    private static void nesterovAligned(
            float minusRate, float keep, float[] g, float[] a, float[] p, int from, int to) {
        float floor = floorOfProducts(keep);
        for (int i = from; i < to; i++) {
            float velocity = toZero(fma(keep, a[i], g[i]), floor);
            a[i] = velocity;
            p[i] = fma(minusRate, fma(keep, velocity, g[i]), p[i]);
        }
    }

    /** {@code e = fma(1-decay, p-e, e)}; 1-decay is taken in double. */
    public static void movingAverage(double decay, float[] p, int pOffset, float[] e, int eOffset, int count) {
        Bounds.vector("p", p, pOffset, count);
        Bounds.vector("e", e, eOffset, count);
        float weight = (float) (1 - decay);
        if (pOffset == eOffset) {
            movingAverageAligned(weight, p, e, eOffset, eOffset + count);
            return;
        }
        for (int i = 0; i < count; i++) {
            float average = e[eOffset + i];
            e[eOffset + i] = fma(weight, p[pOffset + i] - average, average);
        }
    }

    private static void movingAverageAligned(float weight, float[] p, float[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            e[i] = fma(weight, p[i] - e[i], e[i]);
        }
    }

    private static void check(float[] g, int gOffset, float[] a, int aOffset, float[] p, int pOffset, int count) {
        Bounds.vector("g", g, gOffset, count);
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("p", p, pOffset, count);
    }
}
