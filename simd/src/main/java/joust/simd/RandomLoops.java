package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import joust.math.FusedArithmetic;

/**
 * The loops of {@link SimdRandomFill}, over whole steps; longer than what C2 inlines, for the reason that
 * {@link ExponentialLoops} gives.
 */
final class RandomLoops {
    /** Elements made at a time: two vectors. */
    static final int STEP = 2 * Lanes.COUNT;

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED.withShape(Lanes.FLOATS.vectorShape());
    private static final long LOW_HALF = 0xFFFFFFFFL;
    private static final long HIGH_HALF = LOW_HALF << 32;
    /** Each lane of the lower half twice, and of the upper half: a blend of two such vectors is one half of their zip. */
    private static final VectorShuffle<Long> LOWER = VectorShuffle.fromOp(LONGS, lane -> lane / 2);

    private static final VectorShuffle<Long> UPPER = VectorShuffle.fromOp(LONGS, lane -> (LONGS.length() + lane) / 2);
    private static final VectorMask<Long> ODD = VectorMask.fromLong(LONGS, 0xAAAA_AAAA_AAAA_AAAAL);

    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int W = Lanes.COUNT;
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;

    private RandomLoops() {}

    /**
     * Makes vectors of the blocks' words 0 and 2 and vectors of their words 1 and 3, by turns. Each lane of 64 bits computes a
     * block of its own with a pair's first word in its upper half: then a product of 32 by 32 bits is one multiplication of
     * lanes.
     */
    static void words(long seed, int stream, long position, float[] out, int offset, int count) {
        // The masks tell C2 that both factors have 32 bits.
        LongVector multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).and(LOW_HALF);
        LongVector multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).and(LOW_HALF);
        for (int i = 0; i < count; i += STEP) {
            LongVector block = LongVector.zero(LONGS).addIndex(1).add(position + i / 4);
            LongVector first = block.lanewise(VectorOperators.LSHL, 32).or(block.lanewise(VectorOperators.LSHR, 32));
            LongVector second = LongVector.broadcast(LONGS, (long) stream << 32);
            for (int round = 0; round < ROUNDS; round++) {
                long key0 = (long) ((int) seed + round * WEYL_0) << 32;
                long key1 = (long) ((int) (seed >>> 32) + round * WEYL_1) << 32;
                LongVector mixed = second.lanewise(VectorOperators.LSHR, 32)
                        .mul(multiplier1)
                        .lanewise(VectorOperators.XOR, first.lanewise(VectorOperators.LSHL, 32))
                        .lanewise(VectorOperators.XOR, key0);
                second = first.lanewise(VectorOperators.LSHR, 32)
                        .mul(multiplier0)
                        .lanewise(VectorOperators.XOR, second.lanewise(VectorOperators.LSHL, 32))
                        .lanewise(VectorOperators.XOR, key1);
                first = mixed;
            }
            LongVector even = first.lanewise(VectorOperators.LSHR, 32).or(second.and(HIGH_HALF));
            LongVector odd = first.and(LOW_HALF).or(second.lanewise(VectorOperators.LSHL, 32));
            even.reinterpretAsInts().reinterpretAsFloats().intoArray(out, offset + i);
            odd.reinterpretAsInts().reinterpretAsFloats().intoArray(out, offset + i + W);
        }
    }

    /** Makes uniform values, in the order of the blocks, of the vectors of {@link #words}. */
    static void spread(float low, float scale, float[] out, int offset, int count) {
        for (int i = 0; i < count; i += STEP) {
            int at = offset + i;
            LongVector words02 =
                    FloatVector.fromArray(FLOATS, out, at).reinterpretAsInts().reinterpretAsLongs();
            LongVector words13 = FloatVector.fromArray(FLOATS, out, at + W)
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            LongVector even = words02.and(LOW_HALF).or(words13.lanewise(VectorOperators.LSHL, 32));
            LongVector odd = words02.lanewise(VectorOperators.LSHR, 32).or(words13.and(HIGH_HALF));
            FloatVector u = even.rearrange(LOWER)
                    .blend(odd.rearrange(LOWER), ODD)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(FloatVector.broadcast(FLOATS, 0x1p-24f));
            FloatVector v = even.rearrange(UPPER)
                    .blend(odd.rearrange(UPPER), ODD)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(FloatVector.broadcast(FLOATS, 0x1p-24f));
            // Lanes.fma and its vectors written out, for the length.
            u = FusedArithmetic.FUSED
                    ? u.fma(FloatVector.broadcast(FLOATS, scale), FloatVector.broadcast(FLOATS, low))
                    : u.mul(scale).add(low);
            v = FusedArithmetic.FUSED
                    ? v.fma(FloatVector.broadcast(FLOATS, scale), FloatVector.broadcast(FLOATS, low))
                    : v.mul(scale).add(low);
            u.intoArray(out, at);
            v.intoArray(out, at + W);
        }
    }

    /**
     * Makes normal values of a chunk: the last loop brings the vectors of cosines and of sines into the order of the blocks,
     * and scales them.
     */
    static void normal(
            long seed, int stream, long position, float mean, float deviation, float[] out, int offset, int count) {
        words(seed, stream, position, out, offset, count);
        RadiiAndAngles.make(out, offset, count);
        LogarithmLoops.radius(out, offset, out, offset, STEP / W, count / 2);
        TurnLoops.polar(out, offset, count / 2);
        for (int i = 0; i < count; i += STEP) {
            int at = offset + i;
            FloatVector spread = FloatVector.broadcast(FLOATS, deviation);
            FloatVector middle = FloatVector.broadcast(FLOATS, mean);
            FloatVector cosine = FloatVector.fromArray(FLOATS, out, at);
            FloatVector sine = FloatVector.fromArray(FLOATS, out, at + W);
            // Lanes.fma written out: in a long compilation C2 may refuse to inline it here.
            LongVector cosines = (FusedArithmetic.FUSED
                            ? spread.fma(cosine, middle)
                            : spread.mul(cosine).add(middle))
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            LongVector sines = (FusedArithmetic.FUSED
                            ? spread.fma(sine, middle)
                            : spread.mul(sine).add(middle))
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            LongVector even = cosines.and(LOW_HALF).or(sines.lanewise(VectorOperators.LSHL, 32));
            LongVector odd = cosines.lanewise(VectorOperators.LSHR, 32).or(sines.and(HIGH_HALF));
            even.rearrange(LOWER)
                    .blend(odd.rearrange(LOWER), ODD)
                    .reinterpretAsInts()
                    .reinterpretAsFloats()
                    .intoArray(out, at);
            even.rearrange(UPPER)
                    .blend(odd.rearrange(UPPER), ODD)
                    .reinterpretAsInts()
                    .reinterpretAsFloats()
                    .intoArray(out, at + W);
        }
    }
}
