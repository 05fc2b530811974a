package joust.simd;

/** Products of rows and a small square b without gaps, by {@link SquareWeightsKernel}. */
final class SquareProduct {
    private static final int NARROW_ROWS = 16;
    private static final int BROAD_ROWS = 8;

    private SquareProduct() {}

    /**
     * Whether {@link #run} can compute this many rows of a product; {@link WideDirectProduct#takes} has answered yes before. A share has all
     * columns, since columns are shared by panels and b has one.
     */
    static boolean takes(Product p, int rows) {
        return p.k == p.n && p.lda == p.n && p.ldb == p.n && p.ldc == p.n && !p.add && fits(p.n, rows);
    }

    private static boolean fits(int units, int rows) {
        return switch (units) {
            case SquareWeightsKernel.NARROW -> rows >= NARROW_ROWS;
            case SquareWeightsKernel.BROAD -> rows >= BROAD_ROWS;
            default -> false;
        };
    }

    /** Computes rows {@code [row, lastRow)}; the last tile lies over the one before it where it would stick out. */
    static void run(Product p, int row, int lastRow) {
        int height = p.n == SquareWeightsKernel.NARROW ? NARROW_ROWS : BROAD_ROWS;
        for (int next = row; next < lastRow; next += height) {
            int top = Math.min(next, lastRow - height);
            int c = p.cOffset + top * p.n;
            if (p.n == SquareWeightsKernel.NARROW) {
                SquareWeightsKernel.narrow(p.a, p.aOffset + top * p.n, p.b, p.bOffset, p.c, c);
            } else {
                SquareWeightsKernel.broad(p.a, p.aOffset + top * p.n, p.b, p.bOffset, p.c, c);
            }
            p.epilogue.finish(p.c, c, p.n, top, 0, height, p.n);
        }
    }
}
