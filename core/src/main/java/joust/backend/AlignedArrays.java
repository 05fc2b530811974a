package joust.backend;

/**
 * Arrays whose numbers from {@link #START} on lie at multiples of 64 bytes, as far as Java lets anyone say: vectors that cross from one
 * cache line into the next cost twice. Java does not tell where an array lies, but the G1 collector puts one of half a region or more
 * at the start of a region and leaves it there, and behind the header of 16 bytes {@link #START} floats fill a line. With another
 * collector, a region size given by a flag, or another header, speed may be lost and nothing else.
 */
public final class AlignedArrays {
    /** The first float at a multiple of 64 bytes. */
    public static final int START = 12;
    /** Floats of a cache line. */
    static final int LINE = 16;
    /** Floats of half a region, as G1 chooses it for a heap of this size. */
    static final int HALF_REGION = (int) (regionBytes(Runtime.getRuntime().maxMemory()) / 2 / Float.BYTES);

    private AlignedArrays() {}

    /**
     * An array of +0 with room for {@code floats} numbers from {@link #START} on; it may be longer, up to sixteen megabytes.
     *
     * @throws ArithmeticException if that is more than an array can hold
     */
    public static float[] allocate(int floats) {
        return new float[Math.max(Math.addExact(START, floats), HALF_REGION)];
    }

    /** An array as from {@link #allocate} where at least an eighth of it is used, else one without room for more. */
    public static float[] allocateThrifty(int floats) {
        return floats >= HALF_REGION / 8 ? allocate(floats) : new float[START + floats];
    }

    /** A 2048th of the heap, rounded up to a power of two, from 1 to 32 megabytes. */
    static long regionBytes(long heapBytes) {
        long share = Math.clamp(heapBytes / 2048, 1L << 20, 1L << 25);
        return Long.highestOneBit(2 * share - 1);
    }
}
