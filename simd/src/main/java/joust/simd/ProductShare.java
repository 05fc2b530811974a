package joust.simd;

/** Computes a rectangle of a product on one thread: the loops over blocks and panels around the micro-kernels. */
final class ProductShare {
    /** Columns that are finished before the next ones start, at most: their panels of one block of k fit a third-level cache. */
    private static final int COLUMNS = 2048 / Blocks.COLUMNS * Blocks.COLUMNS;

    private ProductShare() {}

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}; {@code column} starts a panel. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn, SimdScratch scratch) {
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
                    packRows(product, top, bottom, step, steps, scratch.rowPanels());
                    boolean pack = product.packedB == null && top == row;
                    boolean keep = blocks > 1;
                    strips(product, top, bottom, left, right, step, steps, pack, keep, scratch);
                }
                step += steps;
            } while (step < product.k);
            int from = product.cOffset + row * product.ldc + left;
            product.epilogue.complete(product.c, from, product.ldc, lastRow - row, right - left);
        }
    }

    private static void packRows(Product product, int top, int bottom, int step, int steps, float[] panels) {
        int rows = bottom - top;
        int few = Blocks.fewRowPanels(rows);
        int count = Blocks.rowPanels(rows);
        int row = 0;
        for (int panel = 0; panel < count; panel++) {
            int height = panel < count - few ? Blocks.ROWS : Blocks.FEW_ROWS;
            int valid = Math.min(height, rows - row);
            int at = Blocks.FENCE + row * Blocks.DEPTH;
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
        float[] panels = packed != null ? packed.panels() : scratch.columnPanels(keep ? right - left + Blocks.COLUMNS : Blocks.COLUMNS);
        for (int column = left; column < right; column += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, right - column);
            int at = packed != null ? packed.at(step, column, product.k) : keep ? (column - left) * steps : 0;
            if (pack) {
                packColumns(product, column, columns, step, steps, panels, at);
                if (product.sums != null && top == 0) {
                    ColumnPacking.addSums(panels, at, steps, product.sums, product.sumsOffset + column, columns);
                }
            }
            TileRow.run(product, top, bottom, column, columns, step, steps, panels, at, scratch);
            if (step + steps == product.k) {
                int from = product.cOffset + top * product.ldc + column;
                product.epilogue.finish(product.c, from, product.ldc, top, column, bottom - top, columns);
            }
        }
    }

    /** Packs one panel of b. */
    static void packColumns(
            Product product, int column, int columns, int step, int steps, float[] panels, int at) {
        int from = product.bAt(step, column);
        if (product.transposeB) {
            ColumnPacking.transposed(product.b, from, product.ldb, columns, steps, panels, at);
        } else {
            ColumnPacking.straight(product.b, from, product.ldb, columns, steps, panels, at);
        }
    }
}
