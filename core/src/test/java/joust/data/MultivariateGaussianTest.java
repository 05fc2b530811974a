package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import joust.math.RandomFill;
import org.junit.jupiter.api.Test;

class MultivariateGaussianTest {
    private static final int ROWS = 40_000;

    private final MultivariateGaussian plane =
            new MultivariateGaussian(new double[] {1, 1}, new double[][] {{1, .8}, {.8, 1}});
    private final MultivariateGaussian space =
            new MultivariateGaussian(new double[] {-2, 0, 5}, new double[][] {{4, 1, -1}, {1, 2, .5}, {-1, .5, 3}});

    @Test
    void keepsTheContractOfDraws() {
        Drawn.assertKeepsTheContract(plane);
        Drawn.assertKeepsTheContract(space);
        assertThat(space.columns()).isEqualTo(3);
        assertThat(space.blocks(4)).isEqualTo(3);
        assertThat(space.blocks(5)).isEqualTo(4);
        assertThat(space.blocks(Integer.MAX_VALUE)).isEqualTo((3L * Integer.MAX_VALUE + 3) / 4);
    }

    /** The factor of [[1, .8], [.8, 1]] is [[1, 0], [.8, .6]]. */
    @Test
    void drawsMeanPlusFactorTimesNormals() {
        float[] drawn = new float[20];
        plane.draw(3, 4, 2, drawn, 0, 10);
        float[] normals = new float[20];
        RandomFill.normal(3, 4, 2, 0, 1, normals, 0, 20);
        for (int i = 0; i < 20; i += 2) {
            assertThat((double) drawn[i]).isCloseTo(1 + normals[i], within(1e-6));
            assertThat((double) drawn[i + 1]).isCloseTo(1 + .8 * normals[i] + .6 * normals[i + 1], within(1e-6));
        }
    }

    /** The deviation of a sample covariance of c_ij is √((c_ii·c_jj + c_ij²) / n). */
    @Test
    void hasTheMomentsItSays() {
        for (MultivariateGaussian samples : new MultivariateGaussian[] {plane, space}) {
            float[] drawn = Drawn.rows(samples, 3, ROWS);
            double[][] expected = samples.covariance();
            for (int i = 0; i < samples.columns(); i++) {
                Drawn.assertMean(drawn, samples.columns(), i, samples.mean()[i], Math.sqrt(expected[i][i]));
                for (int j = 0; j < samples.columns(); j++) {
                    double deviation =
                            Math.sqrt((expected[i][i] * expected[j][j] + expected[i][j] * expected[i][j]) / ROWS);
                    assertThat(covariance(drawn, samples.mean(), i, j))
                            .isCloseTo(expected[i][j], within(5 * deviation));
                }
            }
        }
    }

    private static double covariance(float[] drawn, double[] mean, int i, int j) {
        double sum = 0;
        for (int row = 0; row < drawn.length; row += mean.length) {
            sum += (drawn[row + i] - mean[i]) * (drawn[row + j] - mean[j]);
        }
        return sum / ROWS;
    }

    /** At (2, 1): inverse covariance [[1, -.8], [-.8, 1]] / .36, determinant .36. */
    @Test
    void knowsItsDensity() {
        assertThat(plane.density(1, 1)).isCloseTo(1 / (2 * Math.PI * .6), within(1e-15));
        assertThat(plane.density(2, 1)).isCloseTo(Math.exp(-.5 / .36) / (2 * Math.PI * .6), within(1e-15));
        assertThat(plane.density(2, 2)).isCloseTo(Math.exp(-.5 * .4 / .36) / (2 * Math.PI * .6), within(1e-15));
        assertThat(plane.density(2, 0)).isCloseTo(Math.exp(-.5 * 3.6 / .36) / (2 * Math.PI * .6), within(1e-15));
        // determinant of the covariance in space: 4·(6 − ¼) − (3 + ½) − (½ + 2) = 17
        assertThat(space.density(-2, 0, 5))
                .isCloseTo(1 / Math.sqrt(StrictMath.pow(2 * Math.PI, 3) * 17), within(1e-15));
    }

    @Test
    void isIndependentWhereItsCovarianceIsDiagonal() {
        MultivariateGaussian diagonal =
                new MultivariateGaussian(new double[] {1, -2}, new double[][] {{4, 0}, {0, .25}});
        double product = new Gaussian(1, 2).density(2.5) * new Gaussian(-2, .5).density(-2.3);
        assertThat(diagonal.density(2.5, -2.3)).isCloseTo(product, within(1e-15));
    }

    @Test
    void hasLimitsAtInfinityAndNoneAtNan() {
        assertThat(plane.density(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isZero();
        assertThat(plane.density(0, Double.NEGATIVE_INFINITY)).isZero();
        assertThat(plane.density(Double.POSITIVE_INFINITY, Double.NaN)).isNaN();
        assertThatIllegalArgumentException().isThrownBy(() -> plane.density(1));
    }

    @Test
    void copiesItsMoments() {
        double[] mean = {1};
        double[][] covariance = {{4}};
        MultivariateGaussian line = new MultivariateGaussian(mean, covariance);
        mean[0] = 9;
        covariance[0][0] = 9;
        line.mean()[0] = 9;
        line.covariance()[0][0] = 9;
        assertThat(line.name()).isEqualTo("normal distribution of mean [1.0], covariance [[4.0]]");
    }

    @Test
    void refusesMomentsThatDoNotFitTogether() {
        String message = "expected equal numbers of at least 1";
        assertRefused("mean has 1 elements and covariance 2 rows, " + message, new double[1], new double[2][2]);
        assertRefused("mean has 0 elements and covariance 0 rows, " + message, new double[0], new double[0][0]);
        assertRefused(
                "covariance has 2 rows, and row 1 (counted from 0) has 1 columns, expected a square matrix",
                new double[2],
                new double[][] {{1, 0}, {1}});
    }

    @Test
    void refusesACovarianceThatIsNone() {
        double[] mean = {0, 0};
        assertRefused(
                "covariance of 1 and 0 (counted from 0) is 0.5 and 0.4, expected equal finite numbers",
                mean,
                new double[][] {{1, .4}, {.5, 1}});
        assertRefused(
                "covariance of 0 and 0 (counted from 0) is NaN and NaN, expected equal finite numbers",
                mean,
                new double[][] {{Double.NaN, 0}, {0, 1}});
        assertRefused("covariance is not positive definite: pivot 1 (counted from 0) is 0.0", mean, new double[][] {
            {1, 1}, {1, 1}
        });
        assertRefused("covariance is not positive definite: pivot 0 (counted from 0) is -1.0", mean, new double[][] {
            {-1, 0}, {0, 1}
        });
    }

    @Test
    void refusesValuesBeyondFloat32() {
        double[][] one = {{1}};
        assertRefused(
                "normal distribution: column 0 reaches values of 1.0E39, expected at most 3.4028235E38",
                new double[] {-1e39},
                one);
        assertRefused(
                "normal distribution: column 0 reaches values of NaN, expected at most 3.4028235E38",
                new double[] {Double.NaN},
                one);
        assertRefused(
                "normal distribution: column 1 reaches values of 1.2E39, expected at most 3.4028235E38",
                new double[2],
                new double[][] {{1, 0}, {0, 1e76}});
    }

    private static void assertRefused(String message, double[] mean, double[][] covariance) {
        Drawn.assertRefused(() -> new MultivariateGaussian(mean, covariance), message);
    }
}
