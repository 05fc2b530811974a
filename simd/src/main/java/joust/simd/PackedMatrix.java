package joust.simd;

import joust.backend.AlignedArrays;

/** All of a matrix b in panels: for each block of k, one panel after the other, each of {@link Blocks#COLUMNS} columns. */
final class PackedMatrix {
    private float[] panels = new float[0];
    private int columns;
    private int depth;

    /** Makes room for {@code k x n}; what was packed before is lost. */
    void size(int n, int k) {
        columns = Math.ceilDiv(n, Blocks.COLUMNS) * Blocks.COLUMNS;
        depth = Blocks.depth(k);
        int size = Math.multiplyExact(columns, k);
        if (panels.length < AlignedArrays.START + size) {
            panels = AlignedArrays.allocateThrifty(size);
        }
    }

    float[] panels() {
        return panels;
    }

    /** Where the panel of column {@code column} lies in the block that starts with step {@code step}. */
    int at(int step, int column, int k) {
        return AlignedArrays.START + step * columns + column * Math.min(depth, k - step);
    }
}
