package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import joust.math.Bounds;

/**
 * Clamping of float arrays to a range, with its derivative. Offsets, overlaps and errors are as in
 * {@link SimdElementwiseKernels}.
 */
public final class SimdClampKernels {
    private SimdClampKernels() {}

    /**
     * {@code y = x < low ? low : x > high ? high : x}; NaN stays, and so does a zero of either sign on a bound of zero.
     *
     * @param low the lower bound, not NaN
     * @param high the upper bound, at least {@code low}
     */
    public static void clamp(float low, float high, float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            value.blend(low, value.lt(low))
                    .blend(high, value.compare(VectorOperators.GT, high))
                    .intoArray(y, yOffset + i);
        }
        clampTail(low, high, x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void clampTail(float low, float high, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = value < low ? low : value > high ? high : value;
        }
    }

    /**
     * The derivative of {@link #clamp} taken from its input: {@code out = x < low || x > high ? +0 : gradient}; where x is
     * NaN, the gradient.
     */
    public static void backward(
            float low,
            float high,
            float[] x,
            int xOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        check(x, xOffset, gradient, gradientOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            FloatVector slope = FloatVector.fromArray(Lanes.FLOATS, gradient, gradientOffset + i);
            VectorMask<Float> outside = value.lt(low).or(value.compare(VectorOperators.GT, high));
            slope.blend(0f, outside).intoArray(out, outOffset + i);
        }
        backwardTail(
                low, high, x, xOffset + whole, gradient, gradientOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void backwardTail(
            float low,
            float high,
            float[] x,
            int xOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            float slope = gradient[gradientOffset + i];
            out[outOffset + i] = value < low || value > high ? 0f : slope;
        }
    }

    private static void check(
            float[] x, int xOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("gradient", gradient, gradientOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
