package joust.simd;

import static joust.math.Elementary.log;
import static joust.math.Elementary.log1p;
import static joust.math.FusedArithmetic.fma;

import jdk.incubator.vector.FloatVector;
import joust.math.Bounds;

/**
 * Cross-entropy losses of probabilities p that the caller has clamped into (0, 1), row by row, and their derivatives times
 * {@code scale}, as joust.backend.Losses defines them. A NaN probability gives NaN in both. Offsets and errors are as in
 * {@link SimdElementwiseKernels}; no two arrays may overlap.
 */
public final class SimdProbabilityLossKernels {
    private SimdProbabilityLossKernels() {}

    /**
     * Real rows with label t: {@code t == 1 ? -log(p) : -fma(t, log(p), (1-t)*log1p(-p))}, derivative
     * {@code t == 1 ? -(1/p) : (1-t)/(1-p) - t/p}.
     *
     * @param label t, in (0, 1]; 1-t is taken in double
     */
    public static void real(
            float label,
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        if (label == 1) {
            nonSaturatingGenerator(scale, p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
            return;
        }
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        float rest = (float) (1.0 - label);
        LogarithmLoops.log(p, pOffset, gradient, gradientOffset, whole);
        LogarithmLoops.log1p(-1f, p, pOffset, losses, lossesOffset, whole);
        mix(label, rest, scale, p, pOffset, losses, lossesOffset, gradient, gradientOffset, whole);
        for (int i = whole; i < count; i++) {
            float value = p[pOffset + i];
            losses[lossesOffset + i] = -fma(label, log(value), rest * log1p(-value));
            gradient[gradientOffset + i] = (rest / (1f - value) - label / value) * scale;
        }
    }

    /** Mixes log1p(-p), which losses holds, with log(p), which gradient holds. */
    private static void mix(
            float label,
            float rest,
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            FloatVector near = FloatVector.fromArray(Lanes.FLOATS, gradient, gradientOffset + i);
            FloatVector far = FloatVector.fromArray(Lanes.FLOATS, losses, lossesOffset + i);
            Lanes.fma(near, FloatVector.broadcast(Lanes.FLOATS, label), far.mul(rest))
                    .neg()
                    .intoArray(losses, lossesOffset + i);
            FloatVector repulsion = FloatVector.broadcast(Lanes.FLOATS, rest)
                    .div(FloatVector.broadcast(Lanes.FLOATS, 1f).sub(value));
            repulsion
                    .sub(FloatVector.broadcast(Lanes.FLOATS, label).div(value))
                    .mul(scale)
                    .intoArray(gradient, gradientOffset + i);
        }
    }

    /** Generated rows, in the loss of the discriminator: {@code -log1p(-p)}, derivative {@code 1/(1-p)}. */
    public static void fake(
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        far(-1f, 1f, scale, p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /** The generator's minimax loss: {@code log1p(-p)}, derivative {@code -(1/(1-p))}. */
    public static void minimaxGenerator(
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        far(1f, -1f, scale, p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
    }

    /** Loss {@code sign*log1p(-p)}, derivative {@code slope*(1/(1-p))}; both factors are 1 or -1. */
    private static void far(
            float sign,
            float slope,
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        LogarithmLoops.log1p(-1f, p, pOffset, losses, lossesOffset, whole);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            FloatVector loss = FloatVector.fromArray(Lanes.FLOATS, losses, lossesOffset + i);
            loss.mul(sign).intoArray(losses, lossesOffset + i);
            FloatVector one = FloatVector.broadcast(Lanes.FLOATS, 1f);
            one.div(one.sub(value)).mul(slope).mul(scale).intoArray(gradient, gradientOffset + i);
        }
        for (int i = whole; i < count; i++) {
            float value = p[pOffset + i];
            losses[lossesOffset + i] = sign * log1p(-value);
            gradient[gradientOffset + i] = (slope * (1f / (1f - value))) * scale;
        }
    }

    /** The generator's non-saturating loss: {@code -log(p)}, derivative {@code -(1/p)}. */
    public static void nonSaturatingGenerator(
            float scale,
            float[] p,
            int pOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        Bounds.losses(p, pOffset, losses, lossesOffset, gradient, gradientOffset, count);
        int whole = Lanes.FLOATS.loopBound(count);
        LogarithmLoops.log(p, pOffset, losses, lossesOffset, whole);
        for (int i = 0; i < whole; i += Lanes.COUNT) {
            FloatVector value = FloatVector.fromArray(Lanes.FLOATS, p, pOffset + i);
            FloatVector loss = FloatVector.fromArray(Lanes.FLOATS, losses, lossesOffset + i);
            loss.neg().intoArray(losses, lossesOffset + i);
            FloatVector.broadcast(Lanes.FLOATS, -1f).div(value).mul(scale).intoArray(gradient, gradientOffset + i);
        }
        for (int i = whole; i < count; i++) {
            float value = p[pOffset + i];
            losses[lossesOffset + i] = -log(value);
            gradient[gradientOffset + i] = -(1f / value) * scale;
        }
    }
}
