package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import joust.math.Bounds;
import joust.math.Elementary;

/**
 * Activation functions on float arrays, as joust.backend.Activation defines them. Offsets, overlaps and errors are as in
 * {@link SimdElementwiseKernels}; NaN inputs give NaN.
 */
public final class SimdActivationKernels {
    private SimdActivationKernels() {}

    /** {@code y = x <= 0 ? +0 : x}. */
    public static void relu(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            value.blend(0f, value.compare(VectorOperators.LE, 0f)).intoArray(y, yOffset + i);
        }
        reluTail(x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void reluTail(float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = x[xOffset + i] <= 0f ? 0f : x[xOffset + i];
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
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            value.blend(value.mul(slope), value.lt(0f)).intoArray(y, yOffset + i);
        }
        leakyReluTail(slope, x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void leakyReluTail(float slope, float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = x[xOffset + i];
            y[yOffset + i] = value < 0f ? slope * value : value;
        }
    }

    /** {@code y = 1/(1+exp(-x))} by {@link Elementary#sigmoid}. */
    public static void sigmoid(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        ExponentialLoops.sigmoid(x, xOffset, y, yOffset, whole);
        sigmoidTail(x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void sigmoidTail(float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Elementary.sigmoid(x[xOffset + i]);
        }
    }

    /** {@code y = tanh(x)} by {@link Elementary#tanh}. */
    public static void tanh(float[] x, int xOffset, float[] y, int yOffset, int count) {
        Bounds.vector("x", x, xOffset, count);
        Bounds.vector("y", y, yOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        ExponentialLoops.tanh(x, xOffset, y, yOffset, whole);
        tanhTail(x, xOffset + whole, y, yOffset + whole, count - whole);
    }

    private static void tanhTail(float[] x, int xOffset, float[] y, int yOffset, int count) {
        for (int i = 0; i < count; i++) {
            y[yOffset + i] = Elementary.tanh(x[xOffset + i]);
        }
    }
}
