package joust.metrics;

/** Eigenvalues and eigenvectors of symmetric matrices by Jacobi's rotations (Golub and Van Loan 2013, section 8.5), in double. */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;
    private static final double NEGLIGIBLE = 1e-28;

    private final double[][] a;
    private final double[][] vectors;

    /** Decomposes a copy of a symmetric matrix. */
    SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        this.a = new double[n][];
        this.vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        double whole = squares(false);
        for (int sweep = 0; sweep < MOST_SWEEPS && squares(true) > NEGLIGIBLE * whole; sweep++) {
            sweep(n);
        }
    }

    /** The eigenvalues, in no order. */
    double[] values() {
        double[] values = new double[a.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = a[i][i];
        }
        return values;
    }

    /** The square root of a positive semidefinite matrix; eigenvalues below 0 count as 0. */
    double[][] squareRoot() {
        int n = a.length;
        double[][] root = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.sqrt(Math.max(0, a[k][k]));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    root[i][j] += value * vectors[i][k] * vectors[j][k];
                }
            }
        }
        return root;
    }

    private void sweep(int n) {
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                if (a[p][q] != 0) {
                    rotate(p, q);
                }
            }
        }
    }

    private void rotate(int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = c * kp - s * kq;
            a[k][q] = s * kp + c * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = c * pk - s * qk;
            a[q][k] = s * pk + c * qk;
            double vp = vectors[k][p];
            double vq = vectors[k][q];
            vectors[k][p] = c * vp - s * vq;
            vectors[k][q] = s * vp + c * vq;
        }
    }

    private double squares(boolean besideDiagonal) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += i == j && besideDiagonal ? 0 : a[i][j] * a[i][j];
            }
        }
        return sum;
    }
}
