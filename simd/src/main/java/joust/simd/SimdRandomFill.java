package joust.simd;

import joust.math.Bounds;
import joust.math.RandomFill;

/**
 * {@link RandomFill} on vectors, with its bits. Chunks that stay in the first-level cache pass through the loops of
 * {@link RandomLoops}; in between they hold words as the bits of floats.
 */
public final class SimdRandomFill {
    /** Elements of a chunk at most. */
    private static final int CHUNK = 2048;

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
        Bounds.vector("out", out, offset, count);
        int whole = count / RandomLoops.STEP * RandomLoops.STEP;
        for (int from = 0; from < whole; from += CHUNK) {
            int length = Math.min(CHUNK, whole - from);
            RandomLoops.words(seed, stream, position + from / 4, out, offset + from, length);
            RandomLoops.spread(low, scale, out, offset + from, length);
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
        Bounds.vector("out", out, offset, count);
        int whole = count / RandomLoops.STEP * RandomLoops.STEP;
        for (int from = 0; from < whole; from += CHUNK) {
            int length = Math.min(CHUNK, whole - from);
            RandomLoops.normal(seed, stream, position + from / 4, mean, deviation, out, offset + from, length);
        }
        RandomFill.normal(seed, stream, position + whole / 4, mean, deviation, out, offset + whole, count - whole);
    }
}
