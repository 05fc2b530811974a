package joust.opencl;

import java.util.List;

/**
 * The shape of a work-group's share of a product on GPUs.
 *
 * @param rows rows of the result
 * @param columns columns of the result
 * @param quadrantRows how many quadrants of 4x4 a work-item has below each other, 1 or 2
 * @param quadrantColumns how many it has side by side, 1 or 2
 * @param depth steps of k in local memory at a time, a multiple of 4
 * @param padding floats between two steps of a block in local memory, against bank conflicts
 */
record BlockShape(int rows, int columns, int quadrantRows, int quadrantColumns, int depth, int padding) {
    /** From the largest, which reads least memory, to the smallest, which occupies a GPU with the smallest results. */
    static final List<BlockShape> ALL = List.of(
            new BlockShape(128, 128, 2, 2, 8, 4),
            new BlockShape(128, 128, 2, 2, 16, 4),
            new BlockShape(64, 64, 2, 2, 8, 4),
            new BlockShape(64, 64, 1, 2, 16, 4),
            new BlockShape(32, 32, 1, 1, 16, 4),
            new BlockShape(16, 32, 1, 1, 16, 4));

    /** For tensor cores: 8 warps of 32 x 64; 8 floats more a step let a warp read a fragment without conflicts. */
    static final BlockShape TENSOR_CORES = new BlockShape(128, 128, 2, 2, 16, 8);

    private static final int QUADRANT = 4;

    /** Work-items of a group. */
    int items() {
        return rows / (QUADRANT * quadrantRows) * (columns / (QUADRANT * quadrantColumns));
    }

    /** Local memory of a group, in bytes: two buffers of a block of each operand. */
    int localBytes() {
        return 2 * depth * (rows + columns + 2 * padding) * Float.BYTES;
    }

    /** Whether a device can run groups of this shape. */
    boolean fits(OpenClDevice device) {
        return items() <= device.largestGroup() && localBytes() <= device.localMemory();
    }

    /** How many groups a result takes. */
    long groups(int m, int n) {
        return (long) Math.ceilDiv(m, rows) * Math.ceilDiv(n, columns);
    }

    /** What the sources are compiled with. */
    String options() {
        return "-D BLOCK_M=" + rows + " -D BLOCK_N=" + columns + " -D DEPTH=" + depth + " -D ITEMS=" + items()
                + " -D PADDING=" + padding + " -D QUADRANTS_M=" + quadrantRows + " -D QUADRANTS_N=" + quadrantColumns;
    }

    @Override
    public String toString() {
        return rows + "x" + columns + "x" + depth + " by " + items();
    }
}
