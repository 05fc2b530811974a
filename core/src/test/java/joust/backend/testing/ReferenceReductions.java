package joust.backend.testing;

import joust.backend.Store;

/** Sums in double precision. */
final class ReferenceReductions {
    private ReferenceReductions() {}

    /** Each term goes through at most 64 additions of its accumulator and 6 of the fold, per level, and one when adding. */
    static void sum(double[] x, Store store, double[] out, double[] allowed) {
        double sum = store == Store.ADD ? out[0] : 0;
        double magnitude = Math.abs(sum);
        for (double value : x) {
            sum += value;
            magnitude += Math.abs(value);
        }
        out[0] = sum;
        allowed[0] = errorOf(magnitude, x.length);
    }

    static void sumOfSquares(double[] x, Store store, double[] out, double[] allowed) {
        double sum = store == Store.ADD ? out[0] : 0;
        double magnitude = Math.abs(sum);
        for (double value : x) {
            sum += value * value;
            magnitude += value * value;
        }
        out[0] = sum;
        allowed[0] = errorOf(magnitude, x.length);
    }

    /** Exact; with what was there, one rounding. */
    static void countAbove(double[] x, double threshold, Store store, double[] out) {
        double count = store == Store.ADD ? out[0] : 0;
        for (double value : x) {
            if (value > threshold) {
                count++;
            }
        }
        out[0] = count;
    }

    /** A chain over m rows. */
    static void sumRows(double[] x, Store store, double[] out, double[] allowed) {
        int rows = x.length / out.length;
        for (int column = 0; column < out.length; column++) {
            double sum = store == Store.ADD ? out[column] : 0;
            double magnitude = Math.abs(sum);
            for (int row = 0; row < rows; row++) {
                sum += x[row * out.length + column];
                magnitude += Math.abs(x[row * out.length + column]);
            }
            out[column] = sum;
            allowed[column] = Rounding.of(rows * magnitude);
        }
    }

    static void rowSumOfSquares(double[] x, double[] out, double[] allowed) {
        int cols = x.length / out.length;
        for (int row = 0; row < out.length; row++) {
            double sum = 0;
            for (int column = 0; column < cols; column++) {
                sum += x[row * cols + column] * x[row * cols + column];
            }
            out[row] = sum;
            allowed[row] = errorOf(sum, cols);
        }
    }

    private static double errorOf(double magnitude, int count) {
        int levels = 1;
        for (long covered = 4096; covered < count; covered *= 4096) {
            levels++;
        }
        return Rounding.of((70 * levels + 1) * magnitude) + Rounding.TINY * count;
    }
}
