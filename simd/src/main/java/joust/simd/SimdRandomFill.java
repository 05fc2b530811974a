package joust.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import joust.math.RandomFill;

/**
 * {@link RandomFill} on vectors, with its bits. Chunks that stay in the first-level cache pass through a few short loops; in
 * between they hold words as the bits of floats.
 */
public final class SimdRandomFill {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED.withShape(FLOATS.vectorShape());
    private static final int W = Lanes.COUNT;
    /** Elements made at a time: two vectors of pairs. */
    private static final int STEP = 2 * W;

    private static final int CHUNK = 2048;
    private static final long LOW_HALF = 0xFFFFFFFFL;
    private static final long HIGH_HALF = LOW_HALF << 32;
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    /** Each lane of the lower half twice, and of the upper half: a blend of two such vectors is one half of their zip. */
    private static final VectorShuffle<Long> LOWER = VectorShuffle.fromOp(LONGS, lane -> lane / 2);

    private static final VectorShuffle<Long> UPPER = VectorShuffle.fromOp(LONGS, lane -> (LONGS.length() + lane) / 2);
    private static final VectorMask<Long> ODD = VectorMask.fromLong(LONGS, 0xAAAA_AAAA_AAAA_AAAAL);

    private SimdRandomFill() {}

    /**
     * Uniform values as {@link RandomFill#uniform} makes them.
     *
     * @param seed the seed
     * @param stream the stream
     * @param position first block
     * @param low what u = 0 gives
     * @param scale width of the interval
     * @param out receives the values
     * @param offset index of the first
     * @param count how many
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     */
    public static void uniform(
            long seed, int stream, long position, float low, float scale, float[] out, int offset, int count) {
        Ranges.vector("out", out, offset, count);
        int whole = count / STEP * STEP;
        for (int from = 0; from < whole; from += CHUNK) {
            int length = Math.min(CHUNK, whole - from);
            pairs(seed, stream, position + from / 4, out, offset + from, length);
            spread(low, scale, out, offset + from, length);
        }
        RandomFill.uniform(seed, stream, position + whole / 4, low, scale, out, offset + whole, count - whole);
    }

    /**
     * Normal values as {@link RandomFill#normal} makes them.
     *
     * @param seed the seed
     * @param stream the stream
     * @param position first block
     * @param mean mean of the values
     * @param deviation their standard deviation
     * @param out receives the values
     * @param offset index of the first
     * @param count how many
     * @throws IndexOutOfBoundsException if the range does not lie within the array
     */
    public static void normal(
            long seed, int stream, long position, float mean, float deviation, float[] out, int offset, int count) {
        Ranges.vector("out", out, offset, count);
        int whole = count / STEP * STEP;
        for (int from = 0; from < whole; from += CHUNK) {
            int length = Math.min(CHUNK, whole - from);
            pairs(seed, stream, position + from / 4, out, offset + from, length);
            arguments(out, offset + from, length);
            LogarithmLoops.radius(out, offset + from, out, offset + from, STEP / W, length / 2);
            TurnLoops.polar(out, offset + from, length / 2);
            interleave(mean, deviation, out, offset + from, length);
        }
        RandomFill.normal(seed, stream, position + whole / 4, mean, deviation, out, offset + whole, count - whole);
    }

    /**
     * Vectors of the blocks' first and second pairs of words by turns. Each lane of 64 bits computes a block of its own with a
     * pair's first word in its upper half: then a product of 32 by 32 bits is one multiplication of lanes.
     */
    private static void pairs(long seed, int stream, long position, float[] out, int offset, int count) {
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
            first.reinterpretAsInts().reinterpretAsFloats().intoArray(out, offset + i);
            second.reinterpretAsInts().reinterpretAsFloats().intoArray(out, offset + i + W);
        }
    }

    /** Makes uniform values, in the order of the blocks, of vectors of pairs. */
    private static void spread(float low, float scale, float[] out, int offset, int count) {
        for (int i = 0; i < count; i += STEP) {
            int at = offset + i;
            LongVector first =
                    FloatVector.fromArray(FLOATS, out, at).reinterpretAsInts().reinterpretAsLongs();
            LongVector second = FloatVector.fromArray(FLOATS, out, at + W)
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            LongVector even = first.lanewise(VectorOperators.LSHL, 32).or(first.lanewise(VectorOperators.LSHR, 32));
            LongVector odd = second.lanewise(VectorOperators.LSHL, 32).or(second.lanewise(VectorOperators.LSHR, 32));
            FloatVector u = even.rearrange(LOWER)
                    .blend(odd.rearrange(LOWER), ODD)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(0x1p-24f);
            FloatVector v = even.rearrange(UPPER)
                    .blend(odd.rearrange(UPPER), ODD)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(0x1p-24f);
            FloatVector width = FloatVector.broadcast(FLOATS, scale);
            FloatVector lowest = FloatVector.broadcast(FLOATS, low);
            Lanes.fma(u, width, lowest).intoArray(out, at);
            Lanes.fma(v, width, lowest).intoArray(out, at + W);
        }
    }

    /**
     * Makes ((w₀ &gt;&gt;&gt; 8) + 1) · 2⁻²⁴ and (w₁ &gt;&gt;&gt; 8) · 2⁻²³ by turns of vectors of pairs. Even lanes come from
     * first pairs, odd ones from second pairs.
     */
    private static void arguments(float[] out, int offset, int count) {
        for (int i = 0; i < count; i += STEP) {
            int at = offset + i;
            LongVector first =
                    FloatVector.fromArray(FLOATS, out, at).reinterpretAsInts().reinterpretAsLongs();
            LongVector second = FloatVector.fromArray(FLOATS, out, at + W)
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            LongVector radii = first.lanewise(VectorOperators.LSHR, 32).or(second.and(HIGH_HALF));
            LongVector angles = first.and(LOW_HALF).or(second.lanewise(VectorOperators.LSHL, 32));
            radii.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(0x1p-24f)
                    .add(0x1p-24f)
                    .intoArray(out, at);
            angles.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, 8)
                    .convertShape(VectorOperators.I2F, FLOATS, 0)
                    .reinterpretAsFloats()
                    .mul(0x1p-23f)
                    .intoArray(out, at + W);
        }
    }

    /** Brings vectors of cosines and of sines into the order of the blocks, and scales them. */
    private static void interleave(float mean, float deviation, float[] out, int offset, int count) {
        for (int i = 0; i < count; i += STEP) {
            int at = offset + i;
            FloatVector spread = FloatVector.broadcast(FLOATS, deviation);
            FloatVector middle = FloatVector.broadcast(FLOATS, mean);
            LongVector cosines = Lanes.fma(spread, FloatVector.fromArray(FLOATS, out, at), middle)
                    .reinterpretAsInts()
                    .reinterpretAsLongs();
            LongVector sines = Lanes.fma(spread, FloatVector.fromArray(FLOATS, out, at + W), middle)
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
