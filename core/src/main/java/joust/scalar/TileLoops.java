package joust.scalar;

import static joust.math.FusedArithmetic.fma;

/**
 * The innermost loops of the matrix product, on a tile of four rows of the result. They run over arrays of their own,
 * indexed by the bare loop variable: the form in which C2 can tell that a store to one row hides no load of another, and so
 * vectorises. Four rows by four steps measured fastest; with 32 multiply-adds in a loop, or 16 rows of b, C2 no longer
 * vectorises at all.
 */
final class TileLoops {
    /** Rows of a tile. */
    static final int ROWS = 4;
    /** Steps of k that {@link #four} takes. */
    static final int STEPS = 4;

    /** Below this many columns {@link #narrow} is faster than the vectorised loops. */
    static final int NARROW = 3;

    private TileLoops() {}

    /**
     * Four steps of each chain: {@code c[r][j] = fma(a(r, s), b[s][j], c[r][j])} for s = 0, 1, 2, 3 and j below width.
     *
     * @param a holds a(r, s) at {@code at[r] + s * stride}
     * @param b rows from {@code depth} on
     * @param c the tile
     */
    static void four(
            float[] a, int at0, int at1, int at2, int at3, int stride, float[][] b, int depth, float[][] c, int width) {
        float a00 = a[at0];
        float a01 = a[at0 + stride];
        float a02 = a[at0 + 2 * stride];
        float a03 = a[at0 + 3 * stride];
        float a10 = a[at1];
        float a11 = a[at1 + stride];
        float a12 = a[at1 + 2 * stride];
        float a13 = a[at1 + 3 * stride];
        float a20 = a[at2];
        float a21 = a[at2 + stride];
        float a22 = a[at2 + 2 * stride];
        float a23 = a[at2 + 3 * stride];
        float a30 = a[at3];
        float a31 = a[at3 + stride];
        float a32 = a[at3 + 2 * stride];
        float a33 = a[at3 + 3 * stride];
        float[] b0 = b[depth];
        float[] b1 = b[depth + 1];
        float[] b2 = b[depth + 2];
        float[] b3 = b[depth + 3];
        float[] c0 = c[0];
        float[] c1 = c[1];
        float[] c2 = c[2];
        float[] c3 = c[3];
        for (int j = 0; j < width; j++) {
            float x0 = b0[j];
            float x1 = b1[j];
            float x2 = b2[j];
            float x3 = b3[j];
            c0[j] = fma(a03, x3, fma(a02, x2, fma(a01, x1, fma(a00, x0, c0[j]))));
            c1[j] = fma(a13, x3, fma(a12, x2, fma(a11, x1, fma(a10, x0, c1[j]))));
            c2[j] = fma(a23, x3, fma(a22, x2, fma(a21, x1, fma(a20, x0, c2[j]))));
            c3[j] = fma(a33, x3, fma(a32, x2, fma(a31, x1, fma(a30, x0, c3[j]))));
        }
    }

    /** One step of each chain, for what is left of k; arguments as those of {@link #four}. */
    static void one(float[] a, int at0, int at1, int at2, int at3, float[][] b, int depth, float[][] c, int width) {
        float a0 = a[at0];
        float a1 = a[at1];
        float a2 = a[at2];
        float a3 = a[at3];
        float[] b0 = b[depth];
        float[] c0 = c[0];
        float[] c1 = c[1];
        float[] c2 = c[2];
        float[] c3 = c[3];
        for (int j = 0; j < width; j++) {
            float x = b0[j];
            c0[j] = fma(a0, x, c0[j]);
            c1[j] = fma(a1, x, c1[j]);
            c2[j] = fma(a2, x, c2[j]);
            c3[j] = fma(a3, x, c3[j]);
        }
    }

    /** All {@code depth} steps of the chains of few columns: element by element, four chains at a time in registers. */
    static void narrow(
            float[] a, int at0, int at1, int at2, int at3, int stride, float[][] b, int depth, float[][] c, int width) {
        for (int j = 0; j < width; j++) {
            float sum0 = c[0][j];
            float sum1 = c[1][j];
            float sum2 = c[2][j];
            float sum3 = c[3][j];
            for (int d = 0; d < depth; d++) {
                float x = b[d][j];
                int skip = d * stride;
                sum0 = fma(a[at0 + skip], x, sum0);
                sum1 = fma(a[at1 + skip], x, sum1);
                sum2 = fma(a[at2 + skip], x, sum2);
                sum3 = fma(a[at3 + skip], x, sum3);
            }
            c[0][j] = sum0;
            c[1][j] = sum1;
            c[2][j] = sum2;
            c[3][j] = sum3;
        }
    }
}
