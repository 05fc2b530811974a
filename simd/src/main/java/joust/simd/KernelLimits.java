package joust.simd;

/**
 * How far the kernels of matrix products reach. They check their arguments against these limits for the sake of C2: where it knows that an
 * index does not overflow it computes the parts that stay the same once, and the loop is left with a pointer for each row and one counter.
 */
final class KernelLimits {
    /** Rows of operands where they lie, and panels of a, begin before this element. */
    static final int OFFSET = 1 << 30;
    /** Rows are closer to each other. */
    static final int STRIDE = 1 << 24;
    /** Steps of k over operands where they lie are fewer. */
    static final int DEPTH = 1 << 24;
    /** Steps of k over panels are fewer. */
    static final int PANEL_DEPTH = 1 << 12;
    /** Floats of b in a step of a panel, at most: two vectors of 512 bits. */
    private static final int PANEL_STEP = 32;
    /** Panels of b begin before this element. */
    static final int PANEL_OFFSET = Integer.MAX_VALUE - PANEL_DEPTH * PANEL_STEP;

    private KernelLimits() {}

    /** Whether the kernels that read operands where they lie reach all of a product whose operands are straight. */
    static boolean reach(Product p) {
        return p.k < DEPTH
                && reach(p.aOffset, p.m, p.lda)
                && reach(p.bOffset, p.k, p.ldb)
                && reach(p.cOffset, p.m, p.ldc);
    }

    /** Whether kernels reach so many rows of a matrix that begins at {@code offset}. */
    static boolean reach(int offset, int rows, int stride) {
        return stride < STRIDE && offset + (long) rows * stride < OFFSET;
    }

    /** Whether kernels reach all of a b of {@code k x n} in panels. */
    static boolean reachPanels(int n, int k) {
        return (long) k * (n + PANEL_STEP) < PANEL_OFFSET;
    }
}
