package joust.simd;

import joust.backend.AlignedArrays;

/** Computes a rectangle of a product on one thread: the loops over blocks and panels around the micro-kernels. */
final class ProductShare {
    /** Floats of a in panels, at most: four megabytes, a part of a third-level cache, from where they are read evenly. */
    private static final int A_PANELS = 1 << 20;

    private ProductShare() {}

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}; {@code column} starts a panel. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn, SimdScratch scratch) {
        if (product.isDirect()) {
            direct(product, row, lastRow, column, lastColumn);
        } else if (WideDirectProduct.takes(product, lastRow - row, lastColumn - column)) {
            WideDirectProduct.run(product, row, lastRow, column, lastColumn);
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
        int depth = Blocks.depth(product.k);
        int group = Blocks.groupColumns(depth, product.transposeB);
        int fitting = Math.max(1, A_PANELS / (depth * RowPanels.stride(Blocks.ROWS))) * Blocks.ROWS;
        int blocks = Math.ceilDiv(lastRow - row, fitting);
        int rows = Math.ceilDiv(Math.ceilDiv(lastRow - row, blocks), Blocks.ROWS) * Blocks.ROWS;
        int step = 0;
        do {
            int lastStep = Math.min(product.k, step + depth);
            for (int top = row; top < lastRow; top += rows) {
                int bottom = Math.min(lastRow, top + rows);
                packRows(product, top, bottom, step, lastStep, scratch);
                for (int left = column; left < lastColumn; left += group) {
                    int right = Math.min(lastColumn, left + group);
                    group(product, top, bottom, left, right, step, lastStep, scratch);
                }
            }
            step = lastStep;
        } while (step < product.k);
    }

    /** Whether all of a, in panels, is little enough for every thread to have it, for {@link #columns}. */
    static boolean fitsWhole(Product product) {
        return (long) panelFloats(product, product.m) * product.k <= A_PANELS;
    }

    /** Packs all of a, for {@link #columns}. */
    static void packWhole(Product product, SimdScratch scratch) {
        packRows(product, 0, product.m, 0, product.k, scratch);
    }

    /** Computes columns {@code [column, lastColumn)}, at most a group of them, with the a that has been packed. */
    static void columns(Product product, int column, int lastColumn, SimdScratch scratch) {
        group(product, 0, product.m, column, lastColumn, 0, product.k, scratch);
        int from = product.cOffset + column;
        product.epilogue.complete(product.c, from, product.ldc, product.m, lastColumn - column);
    }

    /** Floats of all panels of a for one step. */
    private static int panelFloats(Product product, int rows) {
        int first = PackingRows.count(product, rows);
        int panels = RowPanels.count(rows - first) + (first > 0 ? 1 : 0);
        return panels * RowPanels.stride(Blocks.ROWS);
    }

    /** Packs rows {@code [top, bottom)} of a for the blocks of {@code [step, lastStep)}, one block after the other. */
    private static void packRows(Product product, int top, int bottom, int step, int lastStep, SimdScratch scratch) {
        int padded = panelFloats(product, bottom - top);
        float[] panels = scratch.rowPanels(padded * (lastStep - step));
        int depth = Blocks.depth(product.k);
        for (int from = step; from < lastStep; from += depth) {
            int steps = Math.min(depth, lastStep - from);
            packBlock(product, top, bottom, from, steps, panels, AlignedArrays.START + padded * (from - step));
        }
    }

    private static void packBlock(
            Product product, int top, int bottom, int step, int steps, float[] panels, int blockAt) {
        int at = blockAt;
        int row = PackingRows.count(product, bottom - top);
        if (row > 0) {
            PackingRows.pack(product, top, step, steps, panels, at);
            at += RowPanels.stride(Blocks.ROWS) * steps;
        }
        int rows = bottom - top - row;
        int middle = RowPanels.middle(rows);
        int few = RowPanels.few(rows);
        int count = RowPanels.count(rows);
        for (int panel = 0; panel < count; panel++) {
            int height = RowPanels.height(panel, count, middle, few);
            int valid = Math.min(height, bottom - top - row);
            if (product.transposeA) {
                int from = product.aOffset + step * product.lda + top + row;
                int readable = product.m - top - row;
                RowPacking.steps(product.a, from, product.lda, valid, height, readable, steps, panels, at);
            } else {
                int from = product.aOffset + (top + row) * product.lda + step;
                RowPacking.rows(product.a, from, product.lda, valid, height, steps, panels, at);
            }
            row += height;
            at += RowPanels.stride(height) * steps;
        }
    }

    /** Computes a group of columns for the blocks of {@code [step, lastStep)}, of which a has been packed. */
    private static void group(
            Product product, int top, int bottom, int left, int right, int step, int lastStep, SimdScratch scratch) {
        PackedMatrix packed = product.packedB;
        float[] panels = packed != null ? packed.panels() : scratch.columnPanels();
        int padded = panelFloats(product, bottom - top);
        int depth = Blocks.depth(product.k);
        int from = step;
        do {
            int steps = Math.min(depth, lastStep - from);
            int panelsAt = packed != null ? packed.at(from, left, product.k) : AlignedArrays.START;
            boolean first = PackingRows.count(product, bottom - top) > 0;
            boolean packs = !first && Tile.packs(product, bottom - top);
            if (product.packsB() && !first && !packs) {
                packColumns(product, left, right - left, from, steps, panels, panelsAt);
            }
            int blockAt = AlignedArrays.START + padded * (from - step);
            TileGroup.run(product, top, bottom, left, right, from, steps, blockAt, panels, panelsAt, packs, scratch);
            if (product.sums != null && top == 0) {
                ColumnPacking.addSums(panels, panelsAt, steps, product.sums, product.sumsOffset + left, right - left);
            }
            from += steps;
        } while (from < lastStep);
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
