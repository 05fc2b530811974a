package joust.scalar;

/**
 * The working memory of the kernels that multiply matrices or sum columns, about 140 KB: small enough to stay in the
 * second-level cache. It may serve any number of calls of any shape, one at a time.
 */
public final class MatmulScratch {
    /** Columns of b that are packed at a time. */
    static final int COLUMNS = 512;
    /** Steps of k that are packed at a time. */
    static final int DEPTH = 64;

    private final float[][] panel = new float[DEPTH][COLUMNS];
    private final float[][] tile = new float[TileLoops.ROWS][COLUMNS];

    /** Allocates it. */
    public MatmulScratch() {}

    /** The packed block of b, one step of k a row. */
    float[][] panel() {
        return panel;
    }

    /** Pieces of rows of the result while their chains are continued. */
    float[][] tile() {
        return tile;
    }
}
