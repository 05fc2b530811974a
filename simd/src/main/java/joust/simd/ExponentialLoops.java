package joust.simd;

import static joust.math.ElementaryConstants.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import joust.math.Elementary;
import joust.math.FusedArithmetic;

/**
 * {@link Elementary}'s functions that are made of exp(-|x|), with the same bits, over whole vectors. Each is written out in one
 * loop, longer than the 325 bytes of bytecode that C2 inlines at most: so it is compiled alone, within the number of nodes
 * up to which C2 inlines the calls in it, and no vector ever becomes an object. Counts are multiples of the vector's length;
 * the output may be the input.
 */
final class ExponentialLoops {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int SIGN_BIT = 0x80000000;
    private static final int MANTISSA = 23;
    private static final int BIAS = 127;
    /**
     * exp(-|x|) is the product of a polynomial made 2^63 times too small and of a power of two as much too large, so that only
     * this product may round.
     */
    private static final float LOWERED = 0x1p-63f;

    /**
     * {@link joust.math.ElementaryConstants#ROUNDER} and the biased exponent of 2^63: of the rounded sum's bits the low nine,
     * shifted, are the power of two. The summand is even, so ties round as they do without it.
     */
    private static final float RAISED_ROUNDER = ROUNDER + (BIAS + 63);

    private ExponentialLoops() {}

    /**
     * e = exp(-|x|), which softplus needs, and with s = {@link Elementary#sigmoid}
     * {@code fma(rest, s(-turn * x), weight * s(turn * x)) * scale}; turn is 1 or -1.
     */
    static void mixedSigmoids(
            float weight,
            float rest,
            float turn,
            float scale,
            float[] input,
            int from,
            float[] decay,
            int at,
            float[] output,
            int to,
            int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i);
            FloatVector a = x.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            VectorMask<Float> lost = a.lt(DECAY_LOWEST);
            // So that what is lost is not denormal on its way, which takes a processor a hundred cycles.
            a = a.blend(DECAY_LOWEST, lost);
            FloatVector rounded =
                    Lanes.fma(a, FloatVector.broadcast(FLOATS, LOG2_E), FloatVector.broadcast(FLOATS, RAISED_ROUNDER));
            FloatVector n = rounded.sub(RAISED_ROUNDER);
            FloatVector r = Lanes.fma(
                    n,
                    FloatVector.broadcast(FLOATS, -LN2_LOW),
                    Lanes.fma(n, FloatVector.broadcast(FLOATS, -LN2_HIGH), a));
            FloatVector p = Lanes.fma(
                    r, FloatVector.broadcast(FLOATS, LOWERED * EXP_6), FloatVector.broadcast(FLOATS, LOWERED * EXP_5));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_4));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_3));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_2));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretAsFloats();
            FloatVector e = p.mul(power).blend(0f, lost);
            FloatVector q = e.div(FloatVector.broadcast(FLOATS, -1f).sub(e));
            FloatVector z = x.mul(turn);
            FloatVector m = FloatVector.broadcast(FLOATS, 1f).blend(e, z.lt(0f));
            FloatVector other = FloatVector.broadcast(FLOATS, 1f).blend(e, z.compare(VectorOperators.GT, 0f));
            FloatVector s = Lanes.fma(m, q, m).mul(weight);
            Lanes.fma(Lanes.fma(other, q, other), FloatVector.broadcast(FLOATS, rest), s)
                    .mul(scale)
                    .intoArray(output, to + i);
            e.intoArray(decay, at + i);
        }
    }

    /** {@link Elementary#exp}. */
    static void exp(float[] input, int from, float[] output, int to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i);
            FloatVector bounded = x.blend(EXP_LOWEST, x.lt(EXP_LOWEST));
            bounded = bounded.blend(EXP_HIGHEST, bounded.compare(VectorOperators.GT, EXP_HIGHEST));
            FloatVector rounded =
                    Lanes.fma(bounded, FloatVector.broadcast(FLOATS, LOG2_E), FloatVector.broadcast(FLOATS, ROUNDER));
            FloatVector n = rounded.sub(ROUNDER);
            FloatVector r = Lanes.fma(
                    n,
                    FloatVector.broadcast(FLOATS, -LN2_LOW),
                    Lanes.fma(n, FloatVector.broadcast(FLOATS, -LN2_HIGH), bounded));
            FloatVector p = Lanes.fma(r, FloatVector.broadcast(FLOATS, EXP_6), FloatVector.broadcast(FLOATS, EXP_5));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, EXP_4));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, EXP_3));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, EXP_2));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, 1f));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, 1f));
            IntVector exponent = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
            IntVector half = exponent.lanewise(VectorOperators.ASHR, 1);
            IntVector first = half.add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA);
            IntVector second = exponent.sub(half).add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA);
            FloatVector y = p.mul(first.reinterpretAsFloats()).mul(second.reinterpretAsFloats());
            y.intoArray(output, to + i);
        }
    }

    /** {@link Elementary#sigmoid}. */
    static void sigmoid(float[] input, int from, float[] output, int to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i);
            FloatVector a = x.reinterpretAsInts().or(SIGN_BIT).reinterpretAsFloats();
            VectorMask<Float> lost = a.lt(DECAY_LOWEST);
            // So that what is lost is not denormal on its way, which takes a processor a hundred cycles.
            a = a.blend(DECAY_LOWEST, lost);
            FloatVector rounded =
                    Lanes.fma(a, FloatVector.broadcast(FLOATS, LOG2_E), FloatVector.broadcast(FLOATS, RAISED_ROUNDER));
            FloatVector n = rounded.sub(RAISED_ROUNDER);
            FloatVector r = Lanes.fma(
                    n,
                    FloatVector.broadcast(FLOATS, -LN2_LOW),
                    Lanes.fma(n, FloatVector.broadcast(FLOATS, -LN2_HIGH), a));
            FloatVector p = Lanes.fma(
                    r, FloatVector.broadcast(FLOATS, LOWERED * EXP_6), FloatVector.broadcast(FLOATS, LOWERED * EXP_5));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_4));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_3));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_2));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretAsFloats();
            FloatVector e = p.mul(power).blend(0f, lost);
            // -q; the sign goes into the divisor, which costs nothing.
            FloatVector q = e.div(FloatVector.broadcast(FLOATS, -1f).sub(e));
            FloatVector m = FloatVector.broadcast(FLOATS, 1f).blend(e, x.lt(0f));
            // Lanes.fma written out, for the length.
            (FusedArithmetic.FUSED ? m.fma(q, m) : m.mul(q).add(m)).intoArray(output, to + i);
        }
    }

    /** {@link Elementary#tanh}. */
    static void tanh(float[] input, int from, float[] output, int to, int count) {
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector x = FloatVector.fromArray(FLOATS, input, from + i);
            FloatVector a = x.abs();
            FloatVector b = a.mul(-2f);
            FloatVector s = a.mul(a);
            FloatVector t = Lanes.fma(s, FloatVector.broadcast(FLOATS, TANH_11), FloatVector.broadcast(FLOATS, TANH_9));
            t = Lanes.fma(s, t, FloatVector.broadcast(FLOATS, TANH_7));
            t = Lanes.fma(s, t, FloatVector.broadcast(FLOATS, TANH_5));
            t = Lanes.fma(s, t, FloatVector.broadcast(FLOATS, TANH_3));
            FloatVector near = Lanes.fma(a.mul(s), t, a);
            FloatVector bounded = b.blend(EXP_LOWEST, b.lt(EXP_LOWEST));
            FloatVector rounded = Lanes.fma(
                    bounded, FloatVector.broadcast(FLOATS, LOG2_E), FloatVector.broadcast(FLOATS, RAISED_ROUNDER));
            FloatVector n = rounded.sub(RAISED_ROUNDER);
            FloatVector r = Lanes.fma(
                    n,
                    FloatVector.broadcast(FLOATS, -LN2_LOW),
                    Lanes.fma(n, FloatVector.broadcast(FLOATS, -LN2_HIGH), bounded));
            FloatVector p = Lanes.fma(
                    r, FloatVector.broadcast(FLOATS, LOWERED * EXP_6), FloatVector.broadcast(FLOATS, LOWERED * EXP_5));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_4));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_3));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED * EXP_2));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED));
            p = Lanes.fma(r, p, FloatVector.broadcast(FLOATS, LOWERED));
            FloatVector power = rounded.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, MANTISSA)
                    .reinterpretAsFloats();
            FloatVector e = p.mul(power);
            FloatVector far = FloatVector.broadcast(FLOATS, 1f).sub(e).div(e.add(1f));
            IntVector y = far.blend(near, a.lt(TANH_SPLIT)).reinterpretAsInts();
            y.or(x.reinterpretAsInts().and(SIGN_BIT)).reinterpretAsFloats().intoArray(output, to + i);
        }
    }

    /**
     * With s = {@link Elementary#softplus}, {@code fma(weight, s(turn * x), rest * s(-turn * x))}, the sum left out where rest
     * is zero; turn is 1 or -1. An e in [0, 1] needs none of the special cases of log1p, and a NaN comes from x.
     *
     * @param output holds exp(-|x|), as {@link #mixedSigmoids} makes it, and receives the result
     */
    static void mixedSoftplus(
            float weight, float rest, float turn, float[] input, int from, float[] output, int to, int count) {
        // The summand that changes nothing, not even the sign of a zero.
        VectorMask<Float> alone = FloatVector.broadcast(FLOATS, rest).eq(0f);
        for (int i = 0; i < count; i += Lanes.COUNT) {
            FloatVector e = FloatVector.fromArray(FLOATS, output, to + i);
            IntVector exponent =
                    e.add(1f).reinterpretAsInts().sub(LOG_SPLIT_BITS).lanewise(VectorOperators.ASHR, MANTISSA);
            IntVector shifted = exponent.lanewise(VectorOperators.LSHL, MANTISSA);
            FloatVector fourfold =
                    IntVector.broadcast(Lanes.INTS, 0x40800000).sub(shifted).reinterpretAsFloats();
            FloatVector f = e.reinterpretAsInts()
                    .sub(shifted)
                    .reinterpretAsFloats()
                    .add(fourfold.mul(0.25f).sub(1f));
            FloatVector p = Lanes.fma(f, FloatVector.broadcast(FLOATS, LOG_10), FloatVector.broadcast(FLOATS, LOG_9));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_8));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_7));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_6));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_5));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_4));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_3));
            p = Lanes.fma(f, p, FloatVector.broadcast(FLOATS, LOG_2));
            FloatVector n = exponent.add(ROUNDER_BITS).reinterpretAsFloats().sub(ROUNDER);
            FloatVector exact = n.mul(LN2_HIGH);
            FloatVector high = exact.add(f);
            FloatVector low = exact.sub(high).add(f);
            FloatVector y = high.add(Lanes.fma(f.mul(f), p, Lanes.fma(n, FloatVector.broadcast(FLOATS, LN2_LOW), low)));
            FloatVector z = FloatVector.fromArray(FLOATS, input, from + i).mul(turn);
            FloatVector added = z.neg()
                    .blend(0f, z.compare(VectorOperators.GT, 0f))
                    .add(y)
                    .mul(rest)
                    .blend(-0f, alone);
            FloatVector main = z.blend(0f, z.lt(0f)).add(y);
            // Lanes.fma written out: by now C2 inlines no more calls.
            FloatVector mixed = FusedArithmetic.FUSED
                    ? main.fma(FloatVector.broadcast(FLOATS, weight), added)
                    : main.mul(weight).add(added);
            mixed.intoArray(output, to + i);
        }
    }
}
