package joust.simd;

/**
 * One thread's working memory for matrix products, about 160 KB, and more where a or b needs it. It may serve any number of
 * products of any shape, one at a time.
 */
public final class SimdScratch {
    /** Rows of a that are packed at a time, at most: a third of a second-level cache of 512 KB, which the core's other thread shares. */
    static final int ROWS = 22 * Blocks.ROWS;

    /** By so much a packed panel may be overrun. */
    private static final int SLACK = 16;

    private final Product product = new Product();
    private float[] rowPanels = new float[ROWS * Blocks.DEPTH + SLACK];
    private int block;
    private float[] columnPanels = new float[Blocks.COLUMNS * Blocks.DEPTH];
    private final float[] tile = new float[Blocks.ROWS * Blocks.COLUMNS];
    private final float[] zeros = new float[Blocks.COLUMNS];

    /** Allocates it. */
    public SimdScratch() {}

    /** The argument list of products that are not shared. */
    Product product() {
        return product;
    }

    /** Blocks of a in panels. */
    float[] rowPanels() {
        return rowPanels;
    }

    /** Makes room for {@code floats} numbers in panels of a. */
    void rowPanels(int floats) {
        int size = floats + SLACK;
        if (rowPanels.length < size) {
            rowPanels = new float[size];
        }
    }

    /** Where the block of a that is at work begins in the panels. */
    int block() {
        return block;
    }

    /** Sets the block of a that is at work. */
    void block(int at) {
        block = at;
    }

    /** Room for {@code columns} packed columns of b in one block of k. */
    float[] columnPanels(int columns) {
        int size = Math.ceilDiv(columns, Blocks.COLUMNS) * Blocks.COLUMNS * Blocks.DEPTH;
        if (columnPanels.length < size) {
            columnPanels = new float[size];
        }
        return columnPanels;
    }

    /** A tile of the result that does not lie wholly within it. */
    float[] tile() {
        return tile;
    }

    /** A row of +0 for the accumulators to start from. */
    float[] zeros() {
        return zeros;
    }
}
