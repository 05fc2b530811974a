package joust.metrics;

/** The Fréchet distance of the normal distributions with the means and covariances of two sets of rows (Heusel et al. 2017, eq. 6). */
public final class FrechetDistance {
    private FrechetDistance() {}

    /**
     * {@code ‖m₁ - m₂‖² + trace(C₁ + C₂ - 2 (C₁ C₂)^½)}: 0 for equal sets, comparable only between features of one classifier.
     *
     * @param first at least two rows of features, row by row
     * @param second likewise
     * @throws IllegalArgumentException if these are fewer
     */
    public static double of(float[] first, float[] second, int columns) {
        if (first.length < 2 * columns || second.length < 2 * columns) {
            throw new IllegalArgumentException("Fréchet distance: " + first.length / columns + " and "
                    + second.length / columns + " rows, expected at least two of both");
        }
        double[] firstMean = mean(first, columns);
        double[] secondMean = mean(second, columns);
        double[][] firstCovariance = covariance(first, firstMean);
        double[][] secondCovariance = covariance(second, secondMean);
        double distance = 0;
        for (int j = 0; j < columns; j++) {
            double difference = firstMean[j] - secondMean[j];
            distance += difference * difference + firstCovariance[j][j] + secondCovariance[j][j];
        }
        // (C₁ C₂)^½ has the trace of (R C₂ R)^½ with R = C₁^½, which is symmetric.
        double[][] root = new SymmetricEigen(firstCovariance).squareRoot();
        double[][] inner = product(product(root, secondCovariance), root);
        for (double value : new SymmetricEigen(inner).values()) {
            distance -= 2 * Math.sqrt(Math.max(0, value));
        }
        return Math.max(0, distance);
    }

    private static double[] mean(float[] rows, int columns) {
        int count = rows.length / columns;
        double[] mean = new double[columns];
        for (int i = 0; i < rows.length; i++) {
            mean[i % columns] += rows[i];
        }
        for (int j = 0; j < columns; j++) {
            mean[j] /= count;
        }
        return mean;
    }

    private static double[][] covariance(float[] rows, double[] mean) {
        int columns = mean.length;
        double[][] covariance = new double[columns][columns];
        for (int at = 0; at < rows.length; at += columns) {
            for (int i = 0; i < columns; i++) {
                double centred = rows[at + i] - mean[i];
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += centred * (rows[at + j] - mean[j]);
                }
            }
        }
        int count = rows.length / columns;
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= count - 1;
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static double[][] product(double[][] a, double[][] b) {
        int n = a.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }
}
