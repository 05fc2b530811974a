package joust.scalar;

import java.util.Arrays;

/** Takes all rows of the result past one packed block of b. */
final class RowSweep {
    private RowSweep() {}

    /**
     * Continues the chains of {@code m} rows and {@code width} columns over {@code depth} steps of k.
     *
     * @param a holds a(row, d) at {@code from + row * rowStride + d * stride}
     * @param scratch holds the packed block of b
     * @param resume whether the chains continue from what c holds; else from +0
     * @param c holds element (row, 0) of the block at {@code to + row * leadingDimension}
     * @param epilogue applied to each piece of a row before it is stored
     * @param column the column of the block in the result, for the epilogue
     */
    static void run(
            int m,
            int width,
            int depth,
            float[] a,
            int from,
            int rowStride,
            int stride,
            MatmulScratch scratch,
            boolean resume,
            float[] c,
            int to,
            int leadingDimension,
            RowEpilogue epilogue,
            int column) {
        float[][] tile = scratch.tile();
        for (int row = 0; row < m; row += TileLoops.ROWS) {
            int rows = Math.min(TileLoops.ROWS, m - row);
            for (int r = 0; r < rows; r++) {
                if (resume) {
                    System.arraycopy(c, to + (row + r) * leadingDimension, tile[r], 0, width);
                } else {
                    Arrays.fill(tile[r], 0, width, 0f);
                }
            }
            chains(rows, width, depth, a, from + row * rowStride, rowStride, stride, scratch.panel(), tile);
            for (int r = 0; r < rows; r++) {
                epilogue.finish(row + r, column, tile[r], width);
                System.arraycopy(tile[r], 0, c, to + (row + r) * leadingDimension, width);
            }
        }
    }

    /** Where the last tile has fewer rows, the loops compute its last row again into the tile's unused rows. */
    private static void chains(
            int rows,
            int width,
            int depth,
            float[] a,
            int at0,
            int rowStride,
            int stride,
            float[][] b,
            float[][] tile) {
        int at1 = at0 + Math.min(1, rows - 1) * rowStride;
        int at2 = at0 + Math.min(2, rows - 1) * rowStride;
        int at3 = at0 + Math.min(3, rows - 1) * rowStride;
        if (width < TileLoops.NARROW) {
            TileLoops.narrow(a, at0, at1, at2, at3, stride, b, depth, tile, width);
            return;
        }
        int d = 0;
        for (; d + TileLoops.STEPS <= depth; d += TileLoops.STEPS) {
            int skip = d * stride;
            TileLoops.four(a, at0 + skip, at1 + skip, at2 + skip, at3 + skip, stride, b, d, tile, width);
        }
        for (; d < depth; d++) {
            int skip = d * stride;
            TileLoops.one(a, at0 + skip, at1 + skip, at2 + skip, at3 + skip, b, d, tile, width);
        }
    }
}
