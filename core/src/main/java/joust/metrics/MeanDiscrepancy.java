package joust.metrics;

import java.util.Arrays;
import joust.backend.Backend;

/** The maximum mean discrepancy of two sets of rows (Gretton et al. 2012). */
public final class MeanDiscrepancy {
    private MeanDiscrepancy() {}

    /**
     * The unbiased estimate of MMD² (ibid., eq. 3) with the kernel {@code exp(-‖x - y‖²/(2 m))}, m the median of the squared distances
     * of real rows from each other. About 0, and sometimes below, for rows of one distribution.
     *
     * @param real at least two rows, row by row; not all equal
     * @param generated at least two rows, row by row
     * @throws IllegalArgumentException if these are fewer
     */
    public static double squared(Backend backend, float[] real, float[] generated, int columns) {
        if (real.length < 2 * columns || generated.length < 2 * columns) {
            throw new IllegalArgumentException("mean discrepancy: " + real.length / columns + " and "
                    + generated.length / columns + " rows, expected at least two of both");
        }
        try (SquaredDistances toReal = new SquaredDistances(backend, real, columns);
                SquaredDistances toGenerated = new SquaredDistances(backend, generated, columns)) {
            double median = median(toReal, real);
            int n = toReal.size();
            int m = toGenerated.size();
            double among = kernelSum(toReal, real, median) - n;
            double amongGenerated = kernelSum(toGenerated, generated, median) - m;
            double between = kernelSum(toReal, generated, median);
            return among / ((double) n * (n - 1))
                    + amongGenerated / ((double) m * (m - 1))
                    - 2 * between / ((double) n * m);
        }
    }

    /** The median of the medians of all rows: a row's distances from the others, the lower one of two in the middle. */
    private static double median(SquaredDistances set, float[] rows) {
        double[] medians = new double[set.size()];
        set.forEach(rows, (row, squares) -> {
            double[] sorted = squares.clone();
            Arrays.sort(sorted);
            medians[row] = sorted[sorted.length / 2];
        });
        Arrays.sort(medians);
        return medians[medians.length / 2];
    }

    /** The kernel over all pairs; a row's distance from itself counts as 0. */
    private static double kernelSum(SquaredDistances set, float[] rows, double median) {
        double[] sum = new double[1];
        set.forEach(rows, (_, squares) -> {
            for (double square : squares) {
                sum[0] += StrictMath.exp(-square / (2 * median));
            }
        });
        return sum[0];
    }
}
