package joust.simd;

import static joust.math.FusedArithmetic.fma;

import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;

/**
 * Second derivatives of the smooth activation functions times a factor, on float arrays, taken from the output y. Those of
 * identity, ReLU and leaky ReLU are +0. Offsets, overlaps and errors are as in {@link SimdElementwiseKernels}; NaN goes through.
 */
public final class SimdActivationCurvatureKernels {
    private SimdActivationCurvatureKernels() {}

    /** {@code out = (factor * fma(-y, y, y)) * fma(-2, y, 1)}. */
    public static void sigmoid(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, factor, factorOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            FloatVector weight = FloatVector.fromArray(Lanes.FLOATS, factor, factorOffset + i);
            FloatVector bend =
                    Lanes.fma(value, FloatVector.broadcast(Lanes.FLOATS, -2f), FloatVector.broadcast(Lanes.FLOATS, 1f));
            weight.mul(Lanes.fma(value.neg(), value, value)).mul(bend).intoArray(out, outOffset + i);
        }
        sigmoidTail(y, yOffset + whole, factor, factorOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void sigmoidTail(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            float weight = factor[factorOffset + i];
            out[outOffset + i] = (weight * fma(-value, value, value)) * fma(-2f, value, 1f);
        }
    }

    /** {@code out = (factor * fma(-y, y, 1)) * (-2 * y)}. */
    public static void tanh(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        check(y, yOffset, factor, factorOffset, out, outOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, y, yOffset + i);
            FloatVector weight = FloatVector.fromArray(Lanes.FLOATS, factor, factorOffset + i);
            FloatVector slope = Lanes.fma(value.neg(), value, FloatVector.broadcast(Lanes.FLOATS, 1f));
            weight.mul(slope).mul(value.mul(-2f)).intoArray(out, outOffset + i);
        }
        tanhTail(y, yOffset + whole, factor, factorOffset + whole, out, outOffset + whole, count - whole);
    }

    private static void tanhTail(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            float value = y[yOffset + i];
            float weight = factor[factorOffset + i];
            out[outOffset + i] = (weight * fma(-value, value, 1f)) * (-2f * value);
        }
    }

    private static void check(
            float[] y, int yOffset, float[] factor, int factorOffset, float[] out, int outOffset, int count) {
        Bounds.vector("y", y, yOffset, count);
        Bounds.vector("factor", factor, factorOffset, count);
        Bounds.vector("out", out, outOffset, count);
    }
}
