package joust.simd;

import joust.math.FusedArithmetic;

/**
 * Small products on vectors of 512 bits, which read their operands where they lie, in strips of up to four vectors; {@link SquareProduct} has
 * those of small square weights. A last tile that
 * would stick out lies over the one before it instead: its elements are computed twice, to the same bits.
 */
final class WideDirectProduct {
    private static final int W = Lanes.COUNT;
    /** Floats of b, at most, where many rows use it: what the first-level cache holds. */
    private static final long NEAREST = 1 << 14;
    /** Rows, at most, whatever the size of b, which more rows would pack with profit. */
    private static final int FEW_ROWS = 48;

    /** Rows of a tile of three vectors. */
    private static final int THREE_VECTOR_ROWS = 8;
    /** Rows of a tile of one vector, where they are a multiple of it. */
    private static final int ONE_VECTOR_ROWS = 16;

    private WideDirectProduct() {}

    /** Whether {@link #run} computes such a rectangle, and faster than with packed operands. */
    static boolean takes(Product product, int rows, int columns) {
        return Blocks.WIDE
                && FusedArithmetic.FUSED
                && !product.transposeA
                && !product.transposeB
                && product.packedB == null
                && product.sums == null
                && rows >= RowPanels.FEW_ROWS
                && columns >= W
                && KernelLimits.reach(product)
                && (rows <= FEW_ROWS || (long) product.k * product.n <= NEAREST)
                && (!product.add || isEven(rows, columns));
    }

    /** Whether tiles fit without lying over each other, which sums that start from c do not allow. */
    private static boolean isEven(int rows, int columns) {
        return columns % W == 0 && RowPanels.padded(rows) == rows;
    }

    /** Computes rows {@code [row, lastRow)} of columns {@code [column, lastColumn)}. */
    static void run(Product product, int row, int lastRow, int column, int lastColumn) {
        if (SquareProduct.takes(product, lastRow - row)) {
            SquareProduct.run(product, row, lastRow);
            return;
        }
        int left = column;
        for (int vectors = (lastColumn - column) / W; vectors > 0; ) {
            int next = next(vectors, lastRow - row);
            strip(product, row, lastRow, left, next);
            left += next * W;
            vectors -= next;
        }
        if (left < lastColumn) {
            strip(product, row, lastRow, lastColumn - W, 1);
        }
    }

    /** Vectors of the next strip; where rows are a multiple of eight, so that the last strips have more than one. */
    private static int next(int vectors, int rows) {
        if (rows % THREE_VECTOR_ROWS == 0 && isThree(vectors, rows)) {
            return 3;
        }
        return vectors >= 4 ? 4 : Math.min(vectors, 2);
    }

    /** Sixteen rows are two tiles of three vectors, but three of four; more rows are faster in tiles of four. */
    private static boolean isThree(int vectors, int rows) {
        if (rows <= 2 * THREE_VECTOR_ROWS) {
            return vectors == 3 || vectors > 4;
        }
        return vectors == 3 || vectors == 5 || vectors == 6 || vectors == 9;
    }

    private static void strip(Product product, int row, int lastRow, int left, int vectors) {
        int rows = lastRow - row;
        int top = row;
        for (int panel = 0; top < lastRow; panel++) {
            int height = height(vectors, rows, lastRow - top, panel);
            top = Math.min(top, lastRow - height);
            tile(product, top, left, height, vectors);
            int at = product.cOffset + top * product.ldc + left;
            product.epilogue.finish(product.c, at, product.ldc, top, left, height, vectors * W);
            top += height;
        }
    }

    /** Rows of the next tile: perhaps more than the {@code remaining} ones, but not more than {@code rows}. */
    private static int height(int vectors, int rows, int remaining, int panel) {
        if (vectors == 4) {
            return remaining <= 4 || remaining == 7 || remaining == 8 ? 4 : 6;
        }
        if (vectors == 3) {
            return THREE_VECTOR_ROWS;
        }
        if (vectors == 1 && rows % ONE_VECTOR_ROWS == 0) {
            return ONE_VECTOR_ROWS;
        }
        int height = RowPanels.height(Math.min(panel, RowPanels.count(rows) - 1), rows);
        return height > rows ? RowPanels.FEW_ROWS : height;
    }

    private static void tile(Product p, int top, int left, int height, int vectors) {
        int a = p.aOffset + top * p.lda;
        int b = p.bOffset + left;
        int c = p.cOffset + top * p.ldc + left;
        switch (vectors) {
            case 4 -> {
                if (height == 6) {
                    SixRowDirectKernel.fourVectors(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
                } else {
                    FlatKernel.fourVectors(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
                }
            }
            case 3 -> EightRowDirectKernel.threeVectors(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
            case 2 -> two(p, a, b, c, height);
            default -> one(p, a, b, c, height);
        }
    }

    private static void two(Product p, int a, int b, int c, int height) {
        if (height == Blocks.ROWS) {
            WideDirectKernel.fourteen(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        } else if (height == RowPanels.MIDDLE_ROWS) {
            TwelveRowDirectKernel.direct(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        } else {
            EightRowMicroKernel.direct(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        }
    }

    private static void one(Product p, int a, int b, int c, int height) {
        if (height == ONE_VECTOR_ROWS) {
            SixteenRowDirectKernel.oneVector(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        } else if (height == Blocks.ROWS) {
            NarrowDirectKernel.fourteen(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        } else if (height == RowPanels.MIDDLE_ROWS) {
            NarrowDirectKernel.twelve(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        } else {
            EightRowMicroKernel.narrowDirect(p.a, a, p.lda, p.b, b, p.ldb, p.k, p.add, p.c, c, p.ldc);
        }
    }
}
