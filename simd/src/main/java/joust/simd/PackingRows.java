package joust.simd;

import joust.math.FusedArithmetic;

/**
 * The first rows of a block, computed while b is packed: two panels at a time, {@link #ROWS} rows by four vectors. Packing by itself waits
 * for b's lines and leaves the multiply-adds idle.
 */
final class PackingRows {
    /** So many rows: with four vectors each, what the registers hold. */
    static final int ROWS = 6;
    /** From so many rows on, where the others fill panels as well as all of them would. */
    private static final int ENOUGH = 72;
    /** Panels of b that have no neighbour take a tile that other rows take, too: one used for nothing else would be compiled late. */
    private static final int HEIGHT = Blocks.ROWS;

    private static final int PAIR = 2 * Blocks.COLUMNS;

    private PackingRows() {}

    /** How many of a block's {@code rows} are computed this way: {@link #ROWS} or none. */
    static int count(Product product, int rows) {
        boolean pays = Blocks.WIDE
                && FusedArithmetic.FUSED
                && product.packsB()
                && !product.transposeB
                && rows >= ENOUGH
                && product.n >= PAIR
                && KernelLimits.reach(product.bOffset, Math.max(1, product.k), Math.max(product.ldb, product.n));
        return pays ? ROWS : 0;
    }

    /** Packs these rows of a, from step {@code step} on. */
    static void pack(Product product, int top, int step, int steps, float[] panels, int at) {
        if (product.transposeA) {
            int from = product.aOffset + step * product.lda + top;
            RowPacking.steps(product.a, from, product.lda, ROWS, HEIGHT, product.m - top, steps, panels, at);
        } else {
            int from = product.aOffset + top * product.lda + step;
            RowPacking.rows(product.a, from, product.lda, ROWS, HEIGHT, steps, panels, at);
        }
    }

    /** Computes them, and packs columns {@code [left, right)} of b into panels from {@code panelsAt} on. */
    static void run(
            Product product,
            int top,
            int left,
            int right,
            int step,
            int steps,
            int aAt,
            float[] panels,
            int panelsAt,
            SimdScratch scratch) {
        boolean add = product.add || step > 0;
        int at = product.cOffset + top * product.ldc;
        int size = Blocks.COLUMNS * steps;
        int panelAt = panelsAt;
        int column = left;
        for (; column + PAIR <= right; column += PAIR) {
            SixRowPackingKernel.fourVectors(
                    scratch.rowPanels(),
                    aAt,
                    product.b,
                    product.bAt(step, column),
                    product.ldb,
                    panels,
                    panelAt,
                    panelAt + size,
                    steps,
                    add,
                    product.c,
                    at + column,
                    product.ldc);
            panelAt += 2 * size;
        }
        for (; column < right; column += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, right - column);
            ProductShare.packColumns(product, column, columns, step, steps, panels, panelAt);
            TileGroup.tile(product, HEIGHT, ROWS, columns, steps, scratch, aAt, panels, panelAt, add, at + column);
            panelAt += size;
        }
    }
}
