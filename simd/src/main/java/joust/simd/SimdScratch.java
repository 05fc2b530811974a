package joust.simd;

import joust.backend.AlignedArrays;

/**
 * One thread's working memory for matrix products: for b up to a megabyte, and for a as much as it needs, up to four megabytes and a bit; but
 * half a region of the G1 collector (up to sixteen megabytes) for b, and for an a that fills an eighth of it, where that is more. It may serve
 * any number of products of any shape, one at a time.
 */
public final class SimdScratch {
    /** By so much a packed panel may be overrun where vectors have less than 512 bits. */
    private static final int SLACK = 16;

    private final Product product = new Product();
    private float[] rowPanels = new float[0];
    private final float[] columnPanels = AlignedArrays.allocate(Blocks.GROUP);
    private final float[] tile = new float[Blocks.ROWS * Blocks.COLUMNS];

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

    /** Room for {@code floats} numbers in panels of a, from {@link AlignedArrays#START} on. */
    float[] rowPanels(int floats) {
        int size = floats + SLACK;
        if (rowPanels.length < AlignedArrays.START + size) {
            rowPanels = AlignedArrays.allocateThrifty(size);
        }
        return rowPanels;
    }

    /** Room for a group of packed columns of b in one block of k, from {@link AlignedArrays#START} on. */
    float[] columnPanels() {
        return columnPanels;
    }

    /** A tile of the result that does not lie wholly within it. */
    float[] tile() {
        return tile;
    }
}
