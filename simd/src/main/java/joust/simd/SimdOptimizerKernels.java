package joust.simd;

import static joust.math.Denormals.floorOfProducts;
import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;

/**
 * Gradient descent with and without momentum, weight decay and the moving average, on float arrays, as
 * joust.backend.Optimizers defines them. Scalars come in double and are rounded to float32 once. Offsets and errors are as in
 * {@link SimdElementwiseKernels}; no two arrays may overlap. NaN goes through. States are +0 where that
 * interface says.
 */
public final class SimdOptimizerKernels {
    private SimdOptimizerKernels() {}

    /** {@code p = fma(-learningRate, g, p)}. */
    public static void sgd(double learningRate, float[] g, int gOffset, float[] p, int pOffset, int count) {
        SimdElementwiseKernels.addScaled((float) -learningRate, g, gOffset, p, pOffset, count);
    }

    /** {@code p = fma(-rate, p, p)}. */
    public static void decay(double rate, float[] p, int pOffset, int count) {
        SimdElementwiseKernels.addScaled((float) -rate, p, pOffset, p, pOffset, count);
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
        Bounds.vector("g", g, gOffset, count);
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("p", p, pOffset, count);
        float minusRate = (float) -learningRate;
        float keep = (float) momentum;
        float floor = floorOfProducts(keep);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, g, gOffset + i);
            FloatVector velocity = FloatVector.fromArray(Lanes.FLOATS, a, aOffset + i);
            velocity = Lanes.fma(velocity, FloatVector.broadcast(Lanes.FLOATS, keep), gradient);
            velocity = Lanes.toZero(velocity, floor);
            velocity.intoArray(a, aOffset + i);
            FloatVector parameter = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            Lanes.fma(velocity, FloatVector.broadcast(Lanes.FLOATS, minusRate), parameter)
                    .intoArray(p, pOffset + i);
        }
        momentumTail(minusRate, keep, g, gOffset + whole, a, aOffset + whole, p, pOffset + whole, count - whole);
    }

    private static void momentumTail(
            float minusRate,
            float keep,
            float[] g,
            int gOffset,
            float[] a,
            int aOffset,
            float[] p,
            int pOffset,
            int count) {
        float floor = floorOfProducts(keep);
        for (int i = 0; i < count; i++) {
            float velocity = toZero(fma(keep, a[aOffset + i], g[gOffset + i]), floor);
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
        Bounds.vector("g", g, gOffset, count);
        Bounds.vector("a", a, aOffset, count);
        Bounds.vector("p", p, pOffset, count);
        float minusRate = (float) -learningRate;
        float keep = (float) momentum;
        float floor = floorOfProducts(keep);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector gradient = FloatVector.fromArray(Lanes.FLOATS, g, gOffset + i);
            FloatVector velocity = FloatVector.fromArray(Lanes.FLOATS, a, aOffset + i);
            velocity = Lanes.fma(velocity, FloatVector.broadcast(Lanes.FLOATS, keep), gradient);
            velocity = Lanes.toZero(velocity, floor);
            velocity.intoArray(a, aOffset + i);
            FloatVector ahead = Lanes.fma(velocity, FloatVector.broadcast(Lanes.FLOATS, keep), gradient);
            FloatVector parameter = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            Lanes.fma(ahead, FloatVector.broadcast(Lanes.FLOATS, minusRate), parameter)
                    .intoArray(p, pOffset + i);
        }
        nesterovTail(minusRate, keep, g, gOffset + whole, a, aOffset + whole, p, pOffset + whole, count - whole);
    }

    private static void nesterovTail(
            float minusRate,
            float keep,
            float[] g,
            int gOffset,
            float[] a,
            int aOffset,
            float[] p,
            int pOffset,
            int count) {
        float floor = floorOfProducts(keep);
        for (int i = 0; i < count; i++) {
            float gradient = g[gOffset + i];
            float velocity = toZero(fma(keep, a[aOffset + i], gradient), floor);
            a[aOffset + i] = velocity;
            p[pOffset + i] = fma(minusRate, fma(keep, velocity, gradient), p[pOffset + i]);
        }
    }

    /** {@code e = fma(1-decay, p-e, e)}; 1-decay is taken in double. */
    public static void movingAverage(double decay, float[] p, int pOffset, float[] e, int eOffset, int count) {
        Bounds.vector("p", p, pOffset, count);
        Bounds.vector("e", e, eOffset, count);
        float weight = (float) (1 - decay);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector parameter = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            FloatVector average = FloatVector.fromArray(Lanes.FLOATS, e, eOffset + i);
            Lanes.fma(parameter.sub(average), FloatVector.broadcast(Lanes.FLOATS, weight), average)
                    .intoArray(e, eOffset + i);
        }
        movingAverageTail(weight, p, pOffset + whole, e, eOffset + whole, count - whole);
    }

    private static void movingAverageTail(float weight, float[] p, int pOffset, float[] e, int eOffset, int count) {
        for (int i = 0; i < count; i++) {
            float average = e[eOffset + i];
            e[eOffset + i] = fma(weight, p[pOffset + i] - average, average);
        }
    }
}
