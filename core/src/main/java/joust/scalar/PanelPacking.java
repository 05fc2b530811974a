package joust.scalar;

/** Brings a block of b, transposed where asked to, into rows that start at index 0 of arrays of their own. */
final class PanelPacking {
    private static final int AT_ONCE = 8;

    private PanelPacking() {}

    /** {@code rows[d][j] = b[from + d * leadingDimension + j]} for d below depth and j below width. */
    static void straight(float[] b, int from, int leadingDimension, float[][] rows, int depth, int width) {
        for (int d = 0; d < depth; d++) {
            System.arraycopy(b, from + d * leadingDimension, rows[d], 0, width);
        }
    }

    /**
     * {@code rows[d][j] = b[from + j * leadingDimension + d]}. Eight values of d are read at a time: half a cache line, so
     * that b comes through the cache twice at most, while only eight rows are being written.
     */
    static void transposed(float[] b, int from, int leadingDimension, float[][] rows, int depth, int width) {
        int d = 0;
        for (; d + AT_ONCE <= depth; d += AT_ONCE) {
            eightColumns(b, from + d, leadingDimension, rows, d, width);
        }
        for (; d < depth; d++) {
            float[] row = rows[d];
            for (int j = 0; j < width; j++) {
                row[j] = b[from + d + j * leadingDimension];
            }
        }
    }

    private static void eightColumns(float[] b, int from, int leadingDimension, float[][] rows, int d, int width) {
        float[] row0 = rows[d];
        float[] row1 = rows[d + 1];
        float[] row2 = rows[d + 2];
        float[] row3 = rows[d + 3];
        float[] row4 = rows[d + 4];
        float[] row5 = rows[d + 5];
        float[] row6 = rows[d + 6];
        float[] row7 = rows[d + 7];
        for (int j = 0; j < width; j++) {
            int at = from + j * leadingDimension;
            row0[j] = b[at];
            row1[j] = b[at + 1];
            row2[j] = b[at + 2];
            row3[j] = b[at + 3];
            row4[j] = b[at + 4];
            row5[j] = b[at + 5];
            row6[j] = b[at + 6];
            row7[j] = b[at + 7];
        }
    }
}
