package joust.data;

/**
 * A distribution that any number of rows can be drawn from. Implementations that know more about themselves say so by
 * {@link KnownDensity} and {@link Mixture}. Implementations are immutable, and {@link #draw} allocates nothing.
 */
public non-sealed interface GeneratedSamples extends Samples {
    /**
     * Draws rows: a pure function of (seed, stream, position) and the index of the row, on the Philox4x32-10 streams of
     * {@link joust.math.RandomFill}. A draw of {@code rows} rows uses the blocks from {@code position} to
     * {@code position + blocks(rows) - 1}.
     *
     * @param seed the Philox key
     * @param stream the stream, the third word of the Philox counter
     * @param position the first block, at least 0
     * @param out receives rows × columns values, row-major
     * @param offset where the first value goes
     * @param rows the number of rows, at least 0
     * @throws IndexOutOfBoundsException if the rows do not fit into {@code out}
     * @throws IllegalArgumentException if position is negative
     */
    void draw(long seed, int stream, long position, float[] out, int offset, int rows);

    /**
     * The Philox blocks that one draw of {@code rows} rows uses, by which its caller moves the position on.
     *
     * @throws IllegalArgumentException if rows is negative
     */
    long blocks(int rows);
}
