package joust.bench;

import java.util.Random;
import joust.math.RandomFill;

/** Random operands of one product, and the check of a result against double precision before anything is timed. */
final class MatmulCase {
    private static final int SAMPLES = 64;
    private static final double EPSILON = Math.ulp(1f) / 2;

    final Product product;
    final MatrixShape shape;
    final float[] a;
    final float[] b;

    MatmulCase(Product product, MatrixShape shape) {
        this.product = product;
        this.shape = shape;
        this.a = random(1, Math.multiplyExact(shape.m(), shape.k()));
        this.b = random(2, Math.multiplyExact(shape.k(), shape.n()));
    }

    static float[] random(long seed, int count) {
        float[] values = new float[count];
        RandomFill.uniform(seed, 4, 0, -1, 2, values, 0, count);
        return values;
    }

    int rowsOfA() {
        return product.transposeA() ? shape.k() : shape.m();
    }

    int colsOfA() {
        return product.transposeA() ? shape.m() : shape.k();
    }

    int rowsOfB() {
        return product.transposeB() ? shape.n() : shape.k();
    }

    int colsOfB() {
        return product.transposeB() ? shape.k() : shape.n();
    }

    /**
     * Checks corners, the borders of likely tiles and a random sample of elements.
     *
     * @throws IllegalStateException at the first element that is further from the double-precision sum than a chain of k
     *     roundings allows
     */
    void verify(String implementation, float[] result) {
        Random random = new Random(7);
        int lastRow = shape.m() - 1;
        int lastCol = shape.n() - 1;
        int[] rows = {0, lastRow, Math.min(5, lastRow), Math.min(6, lastRow), Math.min(128, lastRow)};
        int[] cols = {0, lastCol, Math.min(15, lastCol), Math.min(16, lastCol), Math.min(256, lastCol)};
        for (int row : rows) {
            for (int col : cols) {
                check(implementation, result, row, col);
            }
        }
        for (int i = 0; i < SAMPLES; i++) {
            check(implementation, result, random.nextInt(shape.m()), random.nextInt(shape.n()));
        }
    }

    private void check(String implementation, float[] result, int row, int col) {
        double sum = 0;
        double magnitude = 0;
        for (int k = 0; k < shape.k(); k++) {
            double term = (double) a[product.transposeA() ? k * shape.m() + row : row * shape.k() + k]
                    * b[product.transposeB() ? col * shape.k() + k : k * shape.n() + col];
            sum += term;
            magnitude += Math.abs(term);
        }
        float found = result[row * shape.n() + col];
        double allowed = 2 * shape.k() * EPSILON * magnitude;
        if (!(Math.abs(found - sum) <= allowed)) {
            throw new IllegalStateException(implementation + " " + product + " " + shape.label() + ": element (" + row
                    + ", " + col + ") is " + found + ", expected " + sum + " within " + allowed + "; not timed");
        }
    }
}
