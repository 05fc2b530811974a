package joust.simd;

/**
 * Runs the micro-kernels over a group of columns of the result: each panel of a, while it is in the first-level cache, against all
 * of the group's panels of b, which the second-level cache holds. So rows of the result are touched in longer pieces, too.
 */
final class TileGroup {
    private TileGroup() {}

    /** @param packs whether the panels of b are still to be packed, while the first rows are computed */
    static void run(
            Product product,
            int top,
            int bottom,
            int left,
            int right,
            int step,
            int steps,
            int blockAt,
            float[] panels,
            int panelsAt,
            boolean packs,
            SimdScratch scratch) {
        boolean last = step + steps == product.k;
        int aAt = blockAt;
        int row = PackingRows.count(product, bottom - top);
        if (row > 0) {
            PackingRows.run(product, top, left, right, step, steps, aAt, panels, panelsAt, scratch);
            if (last) {
                finish(product, top, row, left, right);
            }
            aAt += RowPanels.stride(Blocks.ROWS) * steps;
        }
        int rows = bottom - top - row;
        int middle = RowPanels.middle(rows);
        int few = RowPanels.few(rows);
        int count = RowPanels.count(rows);
        for (int panel = 0; panel < count; panel++) {
            int height = RowPanels.height(panel, count, middle, few);
            int valid = Math.min(height, bottom - top - row);
            boolean first = packs && panel == 0;
            row(product, height, valid, aAt, top + row, left, right, step, steps, panels, panelsAt, first, scratch);
            if (last) {
                finish(product, top + row, valid, left, right);
            }
            row += height;
            aAt += RowPanels.stride(height) * steps;
        }
    }

    private static void row(
            Product product,
            int height,
            int valid,
            int aAt,
            int row,
            int left,
            int right,
            int step,
            int steps,
            float[] panels,
            int panelsAt,
            boolean packs,
            SimdScratch scratch) {
        boolean add = product.add || step > 0;
        int at = product.cOffset + row * product.ldc;
        boolean whole = valid == height;
        int panelAt = panelsAt;
        for (int column = left; column < right; column += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, right - column);
            int to = at + column;
            if (packs && whole && columns == Blocks.COLUMNS) {
                Tile.packing(product, step, column, steps, scratch.rowPanels(), aAt, panels, panelAt, add, to);
            } else {
                if (packs) {
                    ProductShare.packColumns(product, column, columns, step, steps, panels, panelAt);
                }
                tile(product, height, valid, columns, steps, scratch, aAt, panels, panelAt, add, to);
            }
            panelAt += Blocks.COLUMNS * steps;
        }
    }

    private static void finish(Product product, int row, int rows, int left, int right) {
        for (int column = left; column < right; column += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, right - column);
            int at = product.cOffset + row * product.ldc + column;
            product.epilogue.finish(product.c, at, product.ldc, row, column, rows, columns);
        }
    }

    /** A tile that is not whole goes through a whole one in scratch memory. */
    static void tile(
            Product product,
            int height,
            int rows,
            int columns,
            int steps,
            SimdScratch scratch,
            int aAt,
            float[] panels,
            int panelAt,
            boolean add,
            int at) {
        float[] a = scratch.rowPanels();
        if (rows == height && Tile.isWhole(columns, steps)) {
            Tile.run(product, height, columns, steps, a, aAt, panels, panelAt, add, product.c, at, product.ldc);
            return;
        }
        float[] tile = scratch.tile();
        int stride = Blocks.COLUMNS;
        if (add) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(product.c, at + row * product.ldc, tile, row * stride, columns);
            }
        }
        Tile.run(product, height, columns, steps, a, aAt, panels, panelAt, add, tile, 0, stride);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(tile, row * stride, product.c, at + row * product.ldc, columns);
        }
    }
}
