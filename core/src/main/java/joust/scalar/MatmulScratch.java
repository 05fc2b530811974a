package joust.scalar;

/**
 * The working memory of the kernels that multiply matrices or sum columns, about 140 KB: small enough to stay in the
 * second-level cache. It may serve any number of calls of any shape, one at a time.
 */
public final class MatmulScratch {
    /** Columns of b that are packed at a time, at most. */
    static final int COLUMNS = 512;
    /** Steps of k that are packed at a time, at most. */
    static final int DEPTH = 64;

    private static final int COLUMNS_TOGETHER = 16;

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

    /** Columns to pack at a time: blocks of about equal widths, for a narrow last one would be slow. */
    static int columns(int n) {
        return share(n, COLUMNS, COLUMNS_TOGETHER);
    }

    /** Steps of k to pack at a time, in blocks of about equal depths. */
    static int depth(int k) {
        return share(k, DEPTH, TileLoops.STEPS);
    }

    private static int share(int total, int most, int multiple) {
        int blocks = Math.max(1, Math.ceilDiv(total, most));
        return Math.ceilDiv(Math.ceilDiv(total, blocks), multiple) * multiple;
    }
}
