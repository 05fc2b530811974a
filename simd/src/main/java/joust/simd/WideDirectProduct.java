package joust.simd;

/**
 * Small products on vectors of 512 bits, which read their operands where they lie. A last tile that would stick out lies over the one
 * before it instead: its elements are computed twice, to the same bits.
 */
final class WideDirectProduct {
    private static final int W = Lanes.COUNT;
    /** Floats of b, at most, where many rows use it: what the first-level cache holds. */
    private static final long NEAREST = 1 << 14;
    /** Rows, at most, whatever the size of b: as many as two panels of a have. */
    private static final int FEW_ROWS = 2 * Blocks.ROWS;

    private WideDirectProduct() {}

    /** Whether {@link #run} computes such a rectangle, and faster than with packed operands. */
    static boolean takes(Product product, int rows, int columns) {
        return Blocks.WIDE
                && Blocks.rounds(1) == 1
                && !product.transposeA
                && !product.transposeB
                && product.packedB == null
                && product.sums == null
                && rows >= RowPanels.FEW_ROWS
                && columns >= W
                && (rows <= FEW_ROWS || (long) product.k * product.n <= NEAREST)
                && (!product.add || isEven(rows, columns));
    }

    /** Whether tiles fit without lying over each other, which sums that start from c do not allow. */
    private static boolean isEven(int rows, int columns) {
        return columns % W == 0 && RowPanels.padded(rows) == rows;
    }

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn) {
        int left = column;
        for (; left + 2 * W <= lastColumn; left += 2 * W) {
            strip(product, row, lastRow, left, 2 * W);
        }
        for (; left < lastColumn; left += W) {
            strip(product, row, lastRow, Math.min(left, lastColumn - W), W);
        }
    }

    private static void strip(Product product, int row, int lastRow, int left, int columns) {
        int rows = lastRow - row;
        int middle = RowPanels.middle(rows);
        int few = RowPanels.few(rows);
        int count = RowPanels.count(rows);
        int top = row;
        for (int panel = 0; top < lastRow; panel++) {
            int height = RowPanels.height(Math.min(panel, count - 1), count, middle, few);
            if (height > rows) {
                height = RowPanels.FEW_ROWS;
            }
            top = Math.min(top, lastRow - height);
            tile(product, top, left, height, columns == W);
            int at = product.cOffset + top * product.ldc + left;
            product.epilogue.finish(product.c, at, product.ldc, top, left, height, columns);
            top += height;
        }
    }

    private static void tile(Product p, int top, int left, int height, boolean narrow) {
        int a = p.aOffset + top * p.lda;
        int b = p.bOffset + left;
        int c = p.cOffset + top * p.ldc + left;
        if (height == Blocks.ROWS) {
            if (narrow) {
                NarrowDirectKernel.fourteen(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
            } else {
                WideDirectKernel.fourteen(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
            }
        } else if (height == RowPanels.MIDDLE_ROWS) {
            if (narrow) {
                NarrowDirectKernel.twelve(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
            } else {
                TwelveRowDirectKernel.direct(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
            }
        } else if (narrow) {
            EightRowMicroKernel.narrowDirect(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        } else {
            EightRowMicroKernel.direct(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        }
    }
}
