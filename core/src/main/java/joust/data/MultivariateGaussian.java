package joust.data;

import java.util.Arrays;
import joust.math.RandomFill;

/**
 * The normal distribution in several dimensions. A row is mean + L·n with L the Cholesky factor of the covariance and n
 * standard normals of {@link RandomFill#normal}, columns of a row one after the other; computed in double, each value
 * rounded once. Drawing a part gives the same values as drawing all where rows × columns before it is a multiple of
 * four.
 */
public final class MultivariateGaussian implements KnownDensity {
    private final double[] mean;
    private final double[][] covariance;
    private final Cholesky factor;

    /**
     * A distribution by its moments, which are copied.
     *
     * @param mean one finite number per column, at least one
     * @param covariance columns × columns, symmetric and positive definite
     * @throws IllegalArgumentException if the parameters are not of this kind, or values would not be finite in float32
     */
    public MultivariateGaussian(double[] mean, double[][] covariance) {
        if (mean.length == 0 || mean.length != covariance.length) {
            throw new IllegalArgumentException("mean has " + mean.length + " elements and covariance "
                    + covariance.length + " rows, expected equal numbers of at least 1");
        }
        this.mean = mean.clone();
        this.covariance = copy(covariance);
        factor = Cholesky.of(this.covariance);
        for (int i = 0; i < mean.length; i++) {
            double reach = Gaussian.REACH * mean.length * StrictMath.sqrt(covariance[i][i]);
            Draws.checkReach("normal distribution: column " + i, Math.abs(mean[i]) + reach);
        }
    }

    @Override
    public String name() {
        return "normal distribution of mean " + Arrays.toString(mean) + ", covariance "
                + Arrays.deepToString(covariance);
    }

    @Override
    public int columns() {
        return mean.length;
    }

    @Override
    public void draw(long seed, int stream, long position, float[] out, int offset, int rows) {
        Draws.check(this, position, out, offset, rows);
        RandomFill.normal(seed, stream, position, 0, 1, out, offset, rows * mean.length);
        for (int row = 0; row < rows; row++) {
            factor.transform(mean, out, offset + row * mean.length);
        }
    }

    @Override
    public long blocks(int rows) {
        return RandomFill.blocks((long) rows * mean.length);
    }

    @Override
    public double density(double... point) {
        Draws.check(this, point);
        if (Arrays.stream(point).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        if (Arrays.stream(point).anyMatch(Double::isInfinite)) {
            return 0;
        }
        double logNormalizer = mean.length * StrictMath.log(NormalFunction.ROOT_OF_TWO_PI) + factor.logDeterminant();
        return StrictMath.exp(-factor.squaredDistance(mean, point) / 2 - logNormalizer);
    }

    /** The expected value of each column; a copy. */
    public double[] mean() {
        return mean.clone();
    }

    /** The covariance, columns × columns; a copy. */
    public double[][] covariance() {
        return copy(covariance);
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
