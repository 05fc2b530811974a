package joust.simd;

import static joust.math.Denormals.toZero;
import static joust.math.FusedArithmetic.fma;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import joust.math.Bounds;

/**
 * First derivatives of activation functions times a gradient, on float arrays, as joust.backend.Activation defines them. They
 * are taken from the output y. Offsets, overlaps and errors are as in {@link SimdElementwiseKernels}.
 */
public final class SimdActivationGradientKernels {
    private SimdActivationGradientKernels() {}

    /** {@code out = y <= 0 ? +0 : gradient}; where y is NaN, the gradient. */
    public static void relu(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            FloatVector slope = FloatVector.fromArray(Lanes.FLOATS, gradient, gradientOffset + i);
            slope.blend(0f, value.compare(VectorOperators.LE, 0f)).intoArray(out, outOffset + i);
        }
        reluTail(y, yOffset + whole, gradient, gradientOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void reluTail(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            float slope = gradient[gradientOffset + i];
            out[outOffset + i] = value <= 0f ? 0f : slope;
        }
    }

    /**
     * {@code out = y < 0 ? leak * gradient : gradient}; where y is NaN, the gradient.
     *
     * @param leak the slope of the function below zero, in (0, 1)
     */
    public static void leakyRelu(
            float leak,
            float[] y,
            int yOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            FloatVector slope = FloatVector.fromArray(Lanes.FLOATS, gradient, gradientOffset + i);
            slope.blend(slope.mul(leak), value.lt(0f)).intoArray(out, outOffset + i);
        }
        leakyReluTail(
                leak, y, yOffset + whole, gradient, gradientOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void leakyReluTail(
            float leak,
            float[] y,
            int yOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            float slope = gradient[gradientOffset + i];
            out[outOffset + i] = value < 0f ? leak * slope : slope;
        }
    }

    /** {@code out = gradient * fma(-y, y, y)}, +0 below 2^-126. */
    public static void sigmoid(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            FloatVector slope = FloatVector.fromArray(Lanes.FLOATS, gradient, gradientOffset + i);
            Lanes.toZero(slope.mul(Lanes.fma(value.neg(), value, value))).intoArray(out, outOffset + i);
        }
        sigmoidTail(y, yOffset + whole, gradient, gradientOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void sigmoidTail(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            float slope = gradient[gradientOffset + i];
            out[outOffset + i] = toZero(slope * fma(-value, value, value));
        }
    }

    /** {@code out = gradient * fma(-y, y, 1)}. */
    public static void tanh(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            FloatVector slope = FloatVector.fromArray(Lanes.FLOATS, gradient, gradientOffset + i);
            slope.mul(Lanes.fma(value.neg(), value, FloatVector.broadcast(Lanes.FLOATS, 1f)))
                    .intoArray(out, outOffset + i);
        }
        tanhTail(y, yOffset + whole, gradient, gradientOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void tanhTail(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            float slope = gradient[gradientOffset + i];
            out[outOffset + i] = slope * fma(-value, value, 1f);
        }
    }

    private static void check(
            float[] y, int yOffset, float[] gradient, int gradientOffset, float[] out, int outOffset, int count) {
        Bounds.vector("y", y, yOffset, count);
        Bounds.vector("gradient", gradient, gradientOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
