package joust.simd;

import static joust.math.ElementaryConstants.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import joust.math.Elementary;

/**
 * {@link Elementary}'s logarithms, with the same bits, over whole vectors; written out for the reasons that
 * {@link ExponentialLoops} gives.
 */
final class LogarithmLoops {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int MANTISSA = 23;
    /** The bits of 4. */
    private static final int FOUR_BITS = 0x40800000;

    private LogarithmLoops() {}

    /** {@link Elementary#log}. */
    static void log(float[] input, int from, float[] output, int to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i);
            VectorMask<Float> denormal = x.lt(Float.MIN_NORMAL);
            IntVector bits = x.blend(x.mul(0x1p23f), denormal).reinterpretAsInts();
            IntVector exponent = bits.sub(LOG_SPLIT_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
            FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA))
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
            n = n.blend(n.sub(MANTISSA), denormal);
            FloatVector p = Lanes.fma(f, FloatVector.broadcast(FLOATS, LOG_10), FloatVector.broadcast(FLOATS, LOG_9));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_8));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_7));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_6));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_5));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_4));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_3));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_2));
            FloatVector exact = n.mul(LN2_HIGH);
            FloatVector high = exact.add(f);
            FloatVector low = exact.sub(high).add(f);
            FloatVector y = high.add(Lanes.fma(f.mul(f), p, Lanes.fma(n, FloatVector.broadcast(FLOATS, LN2_LOW), low)));
            y = x.blend(y, x.lt(Float.POSITIVE_INFINITY));
            y = y.blend(Float.NEGATIVE_INFINITY, x.eq(0f));
            y.blend(Float.NaN, x.lt(0f)).intoArray(output, to + i);
        }
    }

    /** {@link Elementary#log1p} of turn · x; turn is 1 or -1. */
    static void log1p(float turn, float[] input, int from, float[] output, int to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i).mul(turn);
            IntVector exponent =
                    x.add(1f).reinterpretAsInts().sub(LOG_SPLIT_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
            IntVector shifted = exponent.lanewise(VectorOperators.LSHL, MANTISSA);
            FloatVector fourfold =
                    IntVector.broadcast(Lanes.INTS, FOUR_BITS).sub(shifted).reinterpretAsFloats();
            FloatVector f = x.reinterpretAsInts()
                    .sub(shifted)
                    .reinterpretAsFloats()
                    .add(fourfold.mul(0.25f).sub(1f));
            FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
            FloatVector p = Lanes.fma(f, FloatVector.broadcast(FLOATS, LOG_10), FloatVector.broadcast(FLOATS, LOG_9));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_8));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_7));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_6));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_5));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_4));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_3));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_2));
            FloatVector exact = n.mul(LN2_HIGH);
            FloatVector high = exact.add(f);
            FloatVector low = exact.sub(high).add(f);
            FloatVector y = high.add(Lanes.fma(f.mul(f), p, Lanes.fma(n, FloatVector.broadcast(FLOATS, LN2_LOW), low)));
            y = x.blend(y, x.lt(Float.POSITIVE_INFINITY));
            y = y.blend(x, x.eq(0f));
            y = y.blend(Float.NEGATIVE_INFINITY, x.eq(-1f));
            y.blend(Float.NaN, x.lt(-1f)).intoArray(output, to + i);
        }
    }

    /** √(-2 · log x) for normal x of at most 1, over every {@code stride}-th vector. */
    static void radius(float[] input, int from, float[] output, int to, int stride, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            IntVector bits =
                    FloatVector.fromArray(FLOATS, input, from + stride * i).reinterpretAsInts();
            IntVector exponent = bits.sub(LOG_SPLIT_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
            FloatVector f = bits.sub(exponent.lanewise(VectorOperators.LSHL, MANTISSA))
                    .reinterpretAsFloats()
                    .sub(1f);
            FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
            FloatVector p = Lanes.fma(f, FloatVector.broadcast(FLOATS, LOG_10), FloatVector.broadcast(FLOATS, LOG_9));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_8));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_7));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_6));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_5));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_4));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_3));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_2));
            FloatVector exact = n.mul(LN2_HIGH);
            FloatVector high = exact.add(f);
            FloatVector low = exact.sub(high).add(f);
            FloatVector y = high.add(Lanes.fma(f.mul(f), p, Lanes.fma(n, FloatVector.broadcast(FLOATS, LN2_LOW), low)));
            y.mul(-2f).sqrt().intoArray(output, to + stride * i);
        }
    }
}
