package joust.simd;

import joust.math.Bounds;

/**
 * Matrix products on row-major float arrays by vector instructions. Each element is one chain {@code acc = fma(a, b, acc)}
 * over ascending k, whatever the shapes, the transposition and the width of the vectors, so the bits are those of the three
 * textbook loops. NaN and infinities go through the chains as they come; nothing is skipped for being zero.
 *
 * <p>A matrix is given as its array, the offset of its first element and its leading dimension: the distance between the
 * starts of two rows. Elements between the rows are not written. Outputs may not overlap inputs. The Java machine needs
 * {@code --add-modules=jdk.incubator.vector}.
 */
public final class SimdMatmul {
    private SimdMatmul() {}

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
            SimdScratch scratch) {
        Bounds.matrix("a", a, aOffset, transposeA ? k : m, transposeA ? m : k, lda);
        Bounds.matrix("b", b, bOffset, transposeB ? n : k, transposeB ? k : n, ldb);
        Bounds.matrix("c", c, cOffset, m, n, ldc);
        if (m == 0 || n == 0) {
            return;
        }
        Product product = scratch.product()
                .size(m, n, k)
                .a(a, aOffset, lda, transposeA)
                .b(b, bOffset, ldb, transposeB)
                .c(c, cOffset, ldc, add);
        ProductShare.run(product, 0, m, 0, n, scratch);
    }
}
