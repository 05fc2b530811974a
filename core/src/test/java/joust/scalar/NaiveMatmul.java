package joust.scalar;

import joust.math.FusedArithmetic;

/** The three textbook loops in the contract's order. */
final class NaiveMatmul {
    private NaiveMatmul() {}

    static void multiply(boolean transposeA, Matrix a, boolean transposeB, Matrix b, boolean add, Matrix c) {
        int k = transposeA ? a.rows : a.cols;
        for (int i = 0; i < c.rows; i++) {
            for (int j = 0; j < c.cols; j++) {
                float sum = add ? c.array[c.at(i, j)] : 0f;
                for (int p = 0; p < k; p++) {
                    sum = FusedArithmetic.fma(a.get(transposeA, i, p), b.get(transposeB, p, j), sum);
                }
                c.array[c.at(i, j)] = sum;
            }
        }
    }
}
