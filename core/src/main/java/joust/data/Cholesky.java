package joust.data;

/** The lower triangular L of a covariance C = L·Lᵀ, in double. */
final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Decomposes row by row (Golub and Van Loan, "Matrix Computations", algorithm 4.2.2).
     *
     * @throws IllegalArgumentException if the covariance is not a square matrix of finite numbers, not symmetric or not
     *     positive definite; rows and columns in the message count from 0
     */
    static Cholesky of(double[][] covariance) {
        checkSymmetric(covariance);
        int size = covariance.length;
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? pivot(i, rest) : rest / lower[j][j];
            }
        }
        return new Cholesky(lower);
    }

    /** Replaces a vector z at an offset by mean + L·z; computed in double, each element rounded once. */
    void transform(double[] mean, float[] values, int offset) {
        for (int i = lower.length - 1; i >= 0; i--) {
            double sum = mean[i];
            for (int j = 0; j <= i; j++) {
                sum += lower[i][j] * values[offset + j];
            }
            values[offset + i] = (float) sum;
        }
    }

    /** The squared length of L⁻¹·(point − mean), the squared Mahalanobis distance. */
    double squaredDistance(double[] mean, double[] point) {
        double[] solved = new double[lower.length];
        double squares = 0;
        for (int i = 0; i < lower.length; i++) {
            double rest = point[i] - mean[i];
            for (int j = 0; j < i; j++) {
                rest -= lower[i][j] * solved[j];
            }
            solved[i] = rest / lower[i][i];
            squares += solved[i] * solved[i];
        }
        return squares;
    }

    /** The logarithm of the determinant of L, half of that of the covariance. */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += StrictMath.log(lower[i][i]);
        }
        return sum;
    }

    private static double pivot(int index, double square) {
        if (!(square > 0)) {
            throw new IllegalArgumentException(
                    "covariance is not positive definite: pivot " + index + " (counted from 0) is " + square);
        }
        return StrictMath.sqrt(square);
    }

    private static void checkSymmetric(double[][] covariance) {
        for (int i = 0; i < covariance.length; i++) {
            if (covariance[i].length != covariance.length) {
                throw new IllegalArgumentException("covariance has " + covariance.length + " rows, and row " + i
                        + " (counted from 0) has " + covariance[i].length + " columns, expected a square matrix");
            }
            for (int j = 0; j <= i; j++) {
                if (!Double.isFinite(covariance[i][j]) || covariance[i][j] != covariance[j][i]) {
                    throw new IllegalArgumentException("covariance of " + i + " and " + j + " (counted from 0) is "
                            + covariance[i][j] + " and " + covariance[j][i] + ", expected equal finite numbers");
                }
            }
        }
    }
}
