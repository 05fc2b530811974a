package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import joust.math.Bounds;

/**
 * Losses of a critic's unbounded outputs x, row by row, and their derivatives times {@code scale}, as joust.backend.Losses
 * defines them: least squares, hinge and Wasserstein. A NaN output gives NaN in both. Offsets and errors are as in
 * {@link SimdElementwiseKernels}; no two arrays may overlap.
 */
public final class SimdCriticLossKernels {
    private SimdCriticLossKernels() {}

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
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            FloatVector distance = value.sub(target);
            distance.mul(0.5f).mul(distance).intoArray(losses, lossesOffset + i);
            distance.mul(scale).intoArray(gradient, gradientOffset + i);
        }
        for (int i = whole; i < count; i++) {
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
        hinge(-1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
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
        hinge(1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /** With z = slope*x, slope being 1 or -1: {@code z <= -1 ? +0 : 1+z}, derivative {@code z <= -1 ? +0 : slope}. */
    private static void hinge(
            float slope,
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            FloatVector z = value.mul(slope);
            VectorMask<Float> beyond = z.compare(VectorOperators.LE, -1f);
            z.add(1f).blend(0f, beyond).intoArray(losses, lossesOffset + i);
            FloatVector derivative = FloatVector.broadcast(Lanes.FLOATS, slope).blend(0f, beyond);
            derivative
                    .blend(value, value.compare(VectorOperators.NE, value))
                    .mul(scale)
                    .intoArray(gradient, gradientOffset + i);
        }
        for (int i = whole; i < count; i++) {
            float value = x[xOffset + i];
            float z = slope * value;
            losses[lossesOffset + i] = z <= -1f ? 0f : 1f + z;
            gradient[gradientOffset + i] = (z <= -1f ? 0f : unlessNaN(value, slope)) * scale;
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
        linear(-1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
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
        linear(1f, scale, x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /** {@code slope*x}, derivative slope, which is 1 or -1. */
    private static void linear(
            float slope,
            float scale,
            float[] x,
            int xOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(x, xOffset, losses, lossesOffset, gradient, gradientOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, x, xOffset + i);
            value.mul(slope).intoArray(losses, lossesOffset + i);
            FloatVector derivative = FloatVector.broadcast(Lanes.FLOATS, slope);
            derivative
                    .blend(value, value.compare(VectorOperators.NE, value))
                    .mul(scale)
                    .intoArray(gradient, gradientOffset + i);
        }
        for (int i = whole; i < count; i++) {
            float value = x[xOffset + i];
            losses[lossesOffset + i] = slope * value;
            gradient[gradientOffset + i] = unlessNaN(value, slope) * scale;
        }
    }

    private static float unlessNaN(float value, float derivative) {
        return Float.isNaN(value) ? value : derivative;
    }
}
