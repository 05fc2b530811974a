package joust.simd;

/** Computes a rectangle of a product on one thread: the loops over blocks and panels around the micro-kernels. */
final class ProductShare {
    /** Columns that are finished before the next ones start, at most: their panels of one block of k fit a third-level cache. */
    private static final int COLUMNS = 2048 / Blocks.COLUMNS * Blocks.COLUMNS;

    /** Columns that are packed together: their panels stay in the second-level cache until their strips are done. */
    static final int GROUP = 4 * Blocks.COLUMNS;

    private ProductShare() {}

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}; {@code column} starts a panel. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn, SimdScratch scratch) {
        if (product.isDirect()) {
            direct(product, row, lastRow, column, lastColumn);
        } else {
            blocked(product, row, lastRow, column, lastColumn, scratch);
        }
        int from = product.cOffset + row * product.ldc + column;
        product.epilogue.complete(product.c, from, product.ldc, lastRow - row, lastColumn - column);
    }

    private static void direct(Product product, int row, int lastRow, int column, int lastColumn) {
        DirectProduct.run(product, row, lastRow, column, lastColumn);
        if (product.sums != null && row == 0) {
            int to = product.sumsOffset + column;
            ColumnSums.add(
                    product.b, product.bAt(0, column), product.ldb, product.k, lastColumn - column, product.sums, to);
        }
        for (int left = column; left < lastColumn; left += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, lastColumn - left);
            int from = product.cOffset + row * product.ldc + left;
            product.epilogue.finish(product.c, from, product.ldc, row, left, lastRow - row, columns);
        }
    }

    private static void blocked(
            Product product, int row, int lastRow, int column, int lastColumn, SimdScratch scratch) {
        int blocks = Math.ceilDiv(lastRow - row, SimdScratch.ROWS);
        int rows = Math.ceilDiv(Math.ceilDiv(lastRow - row, blocks), Blocks.ROWS) * Blocks.ROWS;
        int depth = Blocks.depth(product.k);
        for (int left = column; left < lastColumn; left += COLUMNS) {
            int right = Math.min(lastColumn, left + COLUMNS);
            int step = 0;
            do {
                int steps = Math.min(depth, product.k - step);
                for (int top = row; top < lastRow; top += rows) {
                    int bottom = Math.min(lastRow, top + rows);
                    scratch.block(0);
                    packRows(product, top, bottom, step, steps, scratch);
                    boolean pack = product.packedB == null && top == row;
                    boolean keep = blocks > 1;
                    strips(product, top, bottom, left, right, step, steps, pack, keep, scratch);
                }
                step += steps;
            } while (step < product.k);
        }
    }

    /** Packs all of a, for {@link #columns}. */
    static void packWhole(Product product, SimdScratch scratch) {
        int depth = Blocks.depth(product.k);
        scratch.rowPanels(wholeSize(product.m, product.k));
        for (int step = 0; step < product.k; step += depth) {
            scratch.block(paddedRows(product.m) * step);
            packRows(product, 0, product.m, step, Math.min(depth, product.k - step), scratch);
        }
    }

    /** The floats that all of an a in panels takes, at most. */
    static int wholeSize(int m, int k) {
        return (int) Math.min(Integer.MAX_VALUE, (long) paddedRows(m) * k);
    }

    private static int paddedRows(int m) {
        return Blocks.rowPanels(m) * Blocks.ROWS;
    }

    /** Computes columns {@code [column, lastColumn)}, at most {@link #GROUP} of them, with the a that has been packed. */
    static void columns(Product product, int column, int lastColumn, SimdScratch scratch) {
        int depth = Blocks.depth(product.k);
        int step = 0;
        do {
            int steps = Math.min(depth, product.k - step);
            scratch.block(paddedRows(product.m) * step);
            boolean pack = product.packedB == null;
            strips(product, 0, product.m, column, lastColumn, step, steps, pack, false, scratch);
            step += steps;
        } while (step < product.k);
        int from = product.cOffset + column;
        product.epilogue.complete(product.c, from, product.ldc, product.m, lastColumn - column);
    }

    private static void packRows(Product product, int top, int bottom, int step, int steps, SimdScratch scratch) {
        float[] panels = scratch.rowPanels();
        int rows = bottom - top;
        int few = Blocks.fewRowPanels(rows);
        int count = Blocks.rowPanels(rows);
        int row = 0;
        for (int panel = 0; panel < count; panel++) {
            int height = panel < count - few ? Blocks.ROWS : Blocks.FEW_ROWS;
            int valid = Math.min(height, rows - row);
            int at = scratch.block() + row * steps;
            if (product.transposeA) {
                int from = product.aOffset + step * product.lda + top + row;
                int readable = product.m - top - row;
                RowPacking.steps(product.a, from, product.lda, valid, height, readable, steps, panels, at);
            } else {
                int from = product.aOffset + (top + row) * product.lda + step;
                RowPacking.rows(product.a, from, product.lda, valid, height, steps, panels, at);
            }
            row += height;
        }
    }

    private static void strips(
            Product product,
            int top,
            int bottom,
            int left,
            int right,
            int step,
            int steps,
            boolean pack,
            boolean keep,
            SimdScratch scratch) {
        PackedMatrix packed = product.packedB;
        float[] panels = packed != null ? packed.panels() : scratch.columnPanels(keep ? right - left : GROUP);
        for (int first = left; first < right; first += GROUP) {
            int last = Math.min(right, first + GROUP);
            int groupAt = packed != null ? packed.at(step, first, product.k) : keep ? (first - left) * steps : 0;
            if (pack) {
                packColumns(product, first, last - first, step, steps, panels, groupAt);
                if (product.sums != null && top == 0) {
                    int to = product.sumsOffset + first;
                    ColumnPacking.addSums(panels, groupAt, steps, product.sums, to, last - first);
                }
            }
            TileGroup.run(product, top, bottom, first, last, step, steps, panels, groupAt, scratch);
        }
    }

    /** Packs panels of b. */
    static void packColumns(Product product, int column, int columns, int step, int steps, float[] panels, int at) {
        int from = product.bAt(step, column);
        if (product.transposeB) {
            ColumnPacking.transposed(product.b, from, product.ldb, columns, steps, panels, at);
        } else {
            ColumnPacking.straight(product.b, from, product.ldb, columns, steps, panels, at);
        }
    }
}
