package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import joust.math.Philox4x32;
import joust.math.RandomFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaneMixtureTest {
    private static final int ROWS = 40_000;

    static Mixture[] mixtures() {
        return new Mixture[] {GaussianRing.ofEight(), GaussianGrid.ofTwentyFive(), new GaussianRing(1, 2, .5)};
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void keepsTheContractOfDraws(Mixture mixture) {
        Drawn.assertKeepsTheContract(mixture);
        assertThat(mixture.columns()).isEqualTo(2);
        assertThat(mixture.blocks(1)).isEqualTo(3);
        assertThat(mixture.blocks(4)).isEqualTo(3);
        assertThat(mixture.blocks(5)).isEqualTo(6);
    }

    @Test
    void putsTheModesOfARingAtEqualAngles() {
        double half = Math.sqrt(.5);
        double[][] expected = {
            {1, 0}, {half, half}, {0, 1}, {-half, half}, {-1, 0}, {-half, -half}, {0, -1}, {half, -half}
        };
        GaussianRing ring = GaussianRing.ofEight();
        assertThat(ring.modes()).hasNumberOfRows(8);
        for (int i = 0; i < 8; i++) {
            assertThat(ring.modes()[i]).containsExactly(expected[i], within(4e-16));
        }
        assertThat(ring.modeDeviation()).isEqualTo(.01);
        assertThat(ring.name()).isEqualTo("ring of 8");
        assertThat(ring).hasToString("ring of 8");
        assertThat(new GaussianRing(4, 2.5, 1).modes()[1]).containsExactly(new double[] {0, 2.5}, within(1e-15));
    }

    @Test
    void putsTheModesOfAGridAtEqualDistances() {
        GaussianGrid grid = GaussianGrid.ofTwentyFive();
        double[] coordinates = {-4, -2, 0, 2, 4};
        assertThat(grid.modes()).hasNumberOfRows(25);
        for (int i = 0; i < 25; i++) {
            assertThat(grid.modes()[i]).containsExactly(coordinates[i % 5], coordinates[i / 5]);
        }
        assertThat(grid.modeDeviation()).isEqualTo(.05);
        assertThat(grid.name()).isEqualTo("grid of 5 x 5");
        assertThat(new GaussianGrid(2, 3, 1).modes()[2]).containsExactly(-1.5, 1.5);
    }

    @Test
    void copiesItsModes() {
        GaussianRing ring = GaussianRing.ofEight();
        ring.modes()[0][0] = 9;
        assertThat(ring.modes()[0][0]).isEqualTo(1);
    }

    /** Four rows and three blocks: words of the first choose modes, the other two hold the normals. */
    @Test
    void drawsAGroupFromThreeBlocks() {
        GaussianGrid grid = GaussianGrid.ofTwentyFive();
        float[] drawn = new float[16];
        grid.draw(5, 4, 9, drawn, 0, 8);
        for (int group = 0; group < 2; group++) {
            int[] words = new int[4];
            Philox4x32.block(5, 4, 9 + 3 * group, words, 0);
            float[] normals = new float[8];
            RandomFill.normal(5, 4, 10 + 3 * group, 0, 1, normals, 0, 8);
            for (int i = 0; i < 4; i++) {
                double[] mode = grid.modes()[(int) (((words[i] >>> 8) * 25L) >>> 24)];
                for (int column = 0; column < 2; column++) {
                    float expected = (float) (mode[column] + .05 * normals[2 * i + column]);
                    assertThat(drawn[8 * group + 2 * i + column]).isEqualTo(expected);
                }
            }
        }
    }

    /**
     * Each mode gets its share within five binomial deviations; within three deviations of it lie 1 − exp(−9/2) = 98.89
     * % of its rows; and the mean distance from it is 0 in both coordinates.
     */
    @ParameterizedTest
    @MethodSource("mixtures")
    void spreadsRowsEvenlyOverItsModes(Mixture mixture) {
        double[][] modes = mixture.modes();
        int[] counts = new int[modes.length];
        float[] distances = new float[2 * ROWS];
        int near = 0;
        float[] drawn = Drawn.rows(mixture, 3, ROWS);
        for (int i = 0; i < drawn.length; i += 2) {
            int nearest = nearest(modes, drawn[i], drawn[i + 1]);
            counts[nearest]++;
            distances[i] = (float) (drawn[i] - modes[nearest][0]);
            distances[i + 1] = (float) (drawn[i + 1] - modes[nearest][1]);
            near += Math.hypot(distances[i], distances[i + 1]) <= 3 * mixture.modeDeviation() ? 1 : 0;
        }
        double share = 1.0 / modes.length;
        double spread = 5 * Math.sqrt(ROWS * share * (1 - share));
        assertThat(Arrays.stream(counts).asDoubleStream().toArray())
                .containsExactly(filled(modes.length, ROWS * share), within(spread));
        assertThat(near / (double) ROWS).isCloseTo(.98889, within(5 * Math.sqrt(.98889 * .01111 / ROWS)));
        Drawn.assertMean(distances, 2, 0, 0, mixture.modeDeviation());
        Drawn.assertMean(distances, 2, 1, 0, mixture.modeDeviation());
    }

    private static int nearest(double[][] modes, double x, double y) {
        int nearest = 0;
        for (int i = 1; i < modes.length; i++) {
            if (Math.hypot(x - modes[i][0], y - modes[i][1])
                    < Math.hypot(x - modes[nearest][0], y - modes[nearest][1])) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void averagesTheDensitiesOfItsModes() {
        GaussianGrid grid = new GaussianGrid(2, 1, .5);
        Gaussian low = new Gaussian(-.5, .5);
        Gaussian high = new Gaussian(.5, .5);
        double x = (low.density(.3) + high.density(.3)) / 2;
        double y = (low.density(-.2) + high.density(-.2)) / 2;
        assertThat(grid.density(.3, -.2)).isCloseTo(x * y, within(1e-15));
        assertThat(grid.density(Double.NaN, 0)).isNaN();
        assertThat(grid.density(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grid.density(0))
                .withMessage("grid of 2 x 2: the point has 1 coordinates, expected 2");
    }

    static List<Arguments> densities() {
        return List.of(
                arguments(new GaussianRing(1, 2, .4), 1.7, .5, 0.34376547849671035),
                arguments(new GaussianRing(4, 1.5, .4), .25, -.75, 0.035598114071089454),
                arguments(new GaussianGrid(1, 3, .4), .25, .5, 0.3746143797881349),
                arguments(new GaussianGrid(2, 3, .4), -1, 2, 0.052126075989761635),
                arguments(new GaussianGrid(3, 3, .4), 1, -2.5, 0.0022234719615055578));
    }

    /** Densities from 40 decimal digits. The exponents, below 20, are rounded a few times each. */
    @ParameterizedTest
    @MethodSource
    void densities(Mixture mixture, double x, double y, double expected) {
        assertThat(mixture.density(x, y)).isCloseTo(expected, within(100 * Math.ulp(expected)));
    }

    @Test
    void aGridOfOneModeLiesAtTheOrigin() {
        GaussianGrid one = new GaussianGrid(1, 3, .4);
        assertThat(one.modes()).isEqualTo(new double[][] {{0, 0}});
        assertThat(one.name()).isEqualTo("grid of 1 x 1");
        Drawn.assertKeepsTheContract(one);
    }

    @Test
    void choosesAmongAsManyModesAsItTakes() {
        Mixture many = new GaussianRing(65_536, 1, 1e-9);
        float[] drawn = Drawn.rows(many, 3, 4);
        int[] words = new int[4];
        Philox4x32.block(3, 4, 0, words, 0);
        for (int i = 0; i < 4; i++) {
            double angle = 2 * Math.PI * (words[i] >>> 16) / 65_536.0;
            assertThat((double) drawn[2 * i]).isCloseTo(Math.cos(angle), within(1e-7));
            assertThat((double) drawn[2 * i + 1]).isCloseTo(Math.sin(angle), within(1e-7));
        }
    }

    @Test
    void refusesParametersOutOfRange() {
        Drawn.assertRefused(() -> new GaussianRing(0, 1, 1), "ring: modes is 0, expected from 1 to 65536");
        Drawn.assertRefused(() -> new GaussianRing(65_537, 1, 1), "ring: modes is 65537, expected from 1 to 65536");
        Drawn.assertRefused(() -> new GaussianRing(8, 0, 1), "ring: radius is 0.0, expected a finite number above 0");
        Drawn.assertRefused(
                () -> new GaussianRing(8, 1, 0), "ring of 8: deviation is 0.0, expected a finite number above 0");
        Drawn.assertRefused(
                () -> new GaussianRing(8, 1e39, 1),
                "ring of 8 reaches values of 1.0E39, expected at most 3.4028235E38");
        Drawn.assertRefused(() -> new GaussianGrid(0, 1, 1), "grid: side is 0, expected from 1 to 256");
        Drawn.assertRefused(() -> new GaussianGrid(257, 1, 1), "grid: side is 257, expected from 1 to 256");
        Drawn.assertRefused(
                () -> new GaussianGrid(5, Double.NaN, 1), "grid: spacing is NaN, expected a finite number above 0");
        Drawn.assertRefused(
                () -> new GaussianGrid(2, 1, 1e39),
                "grid of 2 x 2 reaches values of 6.0E39, expected at most 3.4028235E38");
        assertThat(new GaussianGrid(256, 1, 1).modes()).hasNumberOfRows(65_536);
    }
}
