package joust.simd;

/** How products are cut: sizes of panels and blocks, in rows, columns and steps of k. */
final class Blocks {
    /** Rows of a tile. */
    static final int ROWS = 6;
    /** Rows of the tiles that fill up where the rows are no multiple of {@link #ROWS}. */
    static final int FEW_ROWS = 4;
    /** Columns of a tile. */
    static final int COLUMNS = 2 * Lanes.COUNT;
    /** Floats at the start of the memory for panels of a that the micro-kernels write their fences to. */
    static final int FENCE = 16;
    /** Steps of k in a block, at most: a panel of a and one of b fill three quarters of a first-level cache of 32 KB. */
    static final int DEPTH = 288;
    /** Steps that blocks of equal depth are rounded up to. */
    private static final int STEPS_TOGETHER = 2;

    private Blocks() {}

    /** Steps of k in each block but the last: blocks of about equal depths, for a last one of few steps would be slow. */
    static int depth(int k) {
        int blocks = Math.max(1, Math.ceilDiv(k, DEPTH));
        return Math.ceilDiv(Math.ceilDiv(k, blocks), STEPS_TOGETHER) * STEPS_TOGETHER;
    }

    /** How many panels of four rows waste the fewest rows; the others have six. */
    static int fewRowPanels(int rows) {
        int rest = rows % ROWS;
        if (rest == 0 || rest == ROWS - 1) {
            return 0;
        }
        return rest == 3 || rest == 4 || rows < ROWS ? Math.ceilDiv(rest, FEW_ROWS) : 2;
    }

    /** How many panels the rows are cut into. */
    static int rowPanels(int rows) {
        int few = fewRowPanels(rows);
        return few + Math.max(0, Math.ceilDiv(rows - few * FEW_ROWS, ROWS));
    }
}
