package joust.backend;

/** Operations that move rows and columns without computing anything. No output may share storage with an input. */
public interface Arrangement {
    /** Copies {@code count} rows of {@code source}, from {@code sourceRow} on, to {@code destination}; equal columns. */
    void copyRows(Tensor source, int sourceRow, int count, Tensor destination, int destinationRow);

    /**
     * Draws {@code out.rows()} rows of {@code source} with replacement: row i is the unsigned high word of
     * {@code w * source.rows()}, w being word i mod 4 of Philox block {@code position + i/4} of the stream. Equal seed,
     * stream and position draw equal rows from any source with as many rows, so images and labels stay together.
     *
     * @param seed the key of the random numbers
     * @param stream the stream, at least 0
     * @param position the first block, at least 0; the next free one is {@code position + ceil(out.rows() / 4)}
     */
    void gatherRows(Tensor source, long seed, int stream, long position, Tensor out);

    /** Puts two tensors with equal rows side by side: {@code out} is {@code rows x (left.cols + right.cols)}. */
    void concatColumns(Tensor left, Tensor right, Tensor out);

    /** The backward of {@link #concatColumns}: takes {@code source} apart into two tensors with equal rows. */
    void splitColumns(Tensor source, Tensor left, Tensor right);
}
