package joust.simd;

/** All of a matrix b in panels: for each block of k, one panel after the other, each of {@link Blocks#COLUMNS} columns. */
final class PackedMatrix {
    /** From so many floats on, room is taken for an array that the collector aligns. */
    private static final int WORTH_ALIGNING = Blocks.ALIGNABLE / 8;

    private float[] panels = new float[0];
    private int columns;
    private int depth;

    /** Makes room for {@code k x n}; what was packed before is lost. */
    void size(int n, int k) {
        columns = Math.ceilDiv(n, Blocks.COLUMNS) * Blocks.COLUMNS;
        depth = Blocks.depth(k);
        int size = Math.addExact(Blocks.ALIGNED, Math.multiplyExact(columns, k));
        if (panels.length < size) {
            panels = new float[size < WORTH_ALIGNING ? size : Math.max(size, Blocks.ALIGNABLE)];
        }
    }

    float[] panels() {
        return panels;
    }

    /** Where the panel of column {@code column} lies in the block that starts with step {@code step}. */
    int at(int step, int column, int k) {
        return Blocks.ALIGNED + step * columns + column * Math.min(depth, k - step);
    }
}
