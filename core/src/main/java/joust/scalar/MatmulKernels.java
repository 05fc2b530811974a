package joust.scalar;

import joust.math.Bounds;

/**
 * Matrix products on row-major float arrays, in plain Java that C2 vectorises. Each element is one chain
 * {@code acc = fma(a, b, acc)} over ascending k, whatever the shapes and the transposition, so the bits are those of the
 * three textbook loops. NaN and infinities go through the chains as they come; nothing is skipped for being zero.
 *
 * <p>A matrix is given as its array, the offset of its first element and its leading dimension: the distance between the
 * starts of two rows. Elements between the rows are neither read nor written. Outputs may not overlap inputs.
 */
public final class MatmulKernels {
    private MatmulKernels() {}

    /**
     * {@code c = op(a) op(b)}, or {@code c += op(a) op(b)} with the chains starting from c.
     *
     * @param transposeA whether a is stored transposed: {@code k x m}, else {@code m x k}
     * @param transposeB whether b is stored transposed: {@code n x k}, else {@code k x n}
     * @param m rows of c
     * @param n columns of c
     * @param k length of the chains; with 0, c becomes +0 unless it is added to
     * @param add whether the chains start from c; else from +0, and what c held is not read
     * @param scratch its content is lost
     * @throws IllegalArgumentException if a size is negative or a leading dimension below its matrix's columns
     * @throws IndexOutOfBoundsException if a matrix does not lie within its array
     */
    public static void multiply(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            boolean add,
            float[] c,
            int cOffset,
            int ldc,
            MatmulScratch scratch) {
        Bounds.matrix("a", a, aOffset, transposeA ? k : m, transposeA ? m : k, lda);
        Bounds.matrix("b", b, bOffset, transposeB ? n : k, transposeB ? k : n, ldb);
        Bounds.matrix("c", c, cOffset, m, n, ldc);
        int rowStride = transposeA ? 1 : lda;
        int stride = transposeA ? lda : 1;
        blocks(
                m,
                n,
                k,
                a,
                aOffset,
                rowStride,
                stride,
                transposeB,
                b,
                bOffset,
                ldb,
                add,
                c,
                cOffset,
                ldc,
                scratch,
                RowEpilogue.NONE);
    }

    /** The product block by block, a given by its strides in m and in k, with an epilogue on each finished piece of a row. */
    static void blocks(
            int m,
            int n,
            int k,
            float[] a,
            int aOffset,
            int rowStride,
            int stride,
            boolean transposeB,
            float[] b,
            int bOffset,
            int ldb,
            boolean add,
            float[] c,
            int cOffset,
            int ldc,
            MatmulScratch scratch,
            RowEpilogue epilogue) {
        int columns = MatmulScratch.columns(n);
        int steps = MatmulScratch.depth(k);
        for (int column = 0; column < n; column += columns) {
            int width = Math.min(columns, n - column);
            int done = 0;
            do {
                int depth = Math.min(steps, k - done);
                if (transposeB) {
                    PanelPacking.transposed(b, bOffset + column * ldb + done, ldb, scratch.panel(), depth, width);
                } else {
                    PanelPacking.straight(b, bOffset + done * ldb + column, ldb, scratch.panel(), depth, width);
                }
                RowSweep.run(
                        m,
                        width,
                        depth,
                        a,
                        aOffset + done * stride,
                        rowStride,
                        stride,
                        scratch,
                        add || done > 0,
                        c,
                        cOffset + column,
                        ldc,
                        done + depth == k ? epilogue : RowEpilogue.NONE,
                        column);
                done += depth;
            } while (done < k);
        }
    }
}
