package joust.metrics;

import java.util.Arrays;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * Squared Euclidean distances of rows from a set of rows: {@code ‖a‖² + ‖b‖² - 2 a·b}, the products in float32 on the backend, the sums
 * in double, below 0 set to 0.
 */
final class SquaredDistances implements AutoCloseable {
    private static final int CHUNK = 256;

    private final Backend backend;
    private final int columns;
    private final double[] norms;
    private final Tensor set;
    private final Tensor queries;
    private final Tensor products;
    private final float[] queryValues;
    private final float[] productValues;

    /** Is given the distances of one row after the other; the array is used again. */
    interface Visitor {
        void visit(int row, double[] squares);
    }

    /** Uploads a set of one or more rows. */
    SquaredDistances(Backend backend, float[] rows, int columns) {
        int count = rows.length / columns;
        this.backend = backend;
        this.columns = columns;
        this.norms = new double[count];
        for (int i = 0; i < count; i++) {
            norms[i] = squaredNorm(rows, i * columns, columns);
        }
        this.set = backend.allocate(count, columns);
        this.queries = backend.allocate(CHUNK, columns);
        this.products = backend.allocate(CHUNK, count);
        this.queryValues = new float[CHUNK * columns];
        this.productValues = new float[Math.multiplyExact(CHUNK, count)];
        backend.upload(rows, 0, set);
    }

    /** The rows of the set. */
    int size() {
        return norms.length;
    }

    /** Visits the rows in order. */
    void forEach(float[] rows, Visitor visitor) {
        int count = rows.length / columns;
        double[] squares = new double[norms.length];
        for (int first = 0; first < count; first += CHUNK) {
            int chunk = Math.min(CHUNK, count - first);
            Arrays.fill(queryValues, 0);
            System.arraycopy(rows, first * columns, queryValues, 0, chunk * columns);
            backend.upload(queryValues, 0, queries);
            backend.matmul(false, queries, true, set, Store.OVERWRITE, products);
            backend.download(products, productValues, 0);
            for (int i = 0; i < chunk; i++) {
                double norm = squaredNorm(queryValues, i * columns, columns);
                for (int j = 0; j < squares.length; j++) {
                    squares[j] = Math.max(0, norm + norms[j] - 2.0 * productValues[i * squares.length + j]);
                }
                visitor.visit(first + i, squares);
            }
        }
    }

    private static double squaredNorm(float[] values, int at, int columns) {
        double sum = 0;
        for (int j = at; j < at + columns; j++) {
            sum += (double) values[j] * values[j];
        }
        return sum;
    }

    @Override
    public void close() {
        products.close();
        queries.close();
        set.close();
    }
}
