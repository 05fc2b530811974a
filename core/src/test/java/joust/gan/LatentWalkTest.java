package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatentWalkTest {
    private static final int PER_ARC = 8;
    /** Coordinates of size 1 are rounded to float32 once each. */
    private static final double ROUNDING = 1e-6;

    @Test
    void arcsPassThroughRandomPointsAndTurnEvenly() {
        NoiseConfig noise = new NoiseConfig.Normal(16, 0, 1);
        float[] walk = LatentWalk.rows(noise, 3, Streams.EVALUATION_NOISE, 2 * PER_ARC + 1, PER_ARC);
        double[][] rows = rows(walk, 16);
        for (int arc = 0; arc < 2; arc++) {
            double[] from = rows[arc * PER_ARC];
            double[] to = rows[(arc + 1) * PER_ARC];
            double whole = angle(from, to);
            for (int i = 0; i <= PER_ARC; i++) {
                double share = (double) i / PER_ARC;
                double[] row = rows[arc * PER_ARC + i];
                // On a great circle the angles to both ends add up to the whole; off it they add up to more.
                assertThat(angle(from, row)).isCloseTo(share * whole, within(1e-3));
                assertThat(angle(row, to)).isCloseTo((1 - share) * whole, within(1e-3));
                assertThat(norm(row)).isCloseTo(norm(from) + share * (norm(to) - norm(from)), within(16 * ROUNDING));
            }
        }
    }

    @Test
    void theCentreOfTheNoiseIsThatOfTheCircle() {
        NoiseConfig shifted = new NoiseConfig.Normal(8, 100, 1);
        NoiseConfig plain = new NoiseConfig.Normal(8, 0, 1);
        float[] there = LatentWalk.rows(shifted, 3, Streams.EVALUATION_NOISE, PER_ARC, PER_ARC);
        float[] here = LatentWalk.rows(plain, 3, Streams.EVALUATION_NOISE, PER_ARC, PER_ARC);
        for (int i = 0; i < here.length; i++) {
            // A number of about 100 is off by up to 4e-6, and an end of the arc already is.
            assertThat(there[i] - 100).isCloseTo(here[i], within(3e-5f));
        }
    }

    @Test
    void oneDimensionIsAStraightWayAndBoundsHold() {
        float[] line = LatentWalk.rows(new NoiseConfig.Stratified(-3, 3, 0.01), 1, 16, 3 * PER_ARC, PER_ARC);
        for (int i = 1; i < PER_ARC - 1; i++) {
            assertThat(2.0 * line[i]).isCloseTo((double) line[i - 1] + line[i + 1], within(4 * ROUNDING));
        }
        float[] square = LatentWalk.rows(new NoiseConfig.Uniform(2, -1, 1), 1, 16, 4000, 40);
        assertThat(square).hasSize(8000);
        for (float number : square) {
            assertThat(number).isBetween(-1f, 1f);
        }
    }

    @Test
    void rowsDependOnTheirArgumentsAlone() {
        NoiseConfig noise = new NoiseConfig.Normal(4, 0, 1);
        float[] walk = LatentWalk.rows(noise, 1, 16, 20, 5);
        assertThat(LatentWalk.rows(noise, 1, 16, 20, 5)).isEqualTo(walk);
        assertThat(LatentWalk.rows(noise, 2, 16, 20, 5)).isNotEqualTo(walk);
        assertThat(LatentWalk.rows(noise, 1, 16, 7, 5)).isEqualTo(Arrays.copyOf(walk, 28));
        assertThatThrownBy(() -> LatentWalk.rows(noise, 1, 16, 0, 5)).hasMessageContaining("count is 0");
    }

    @Test
    void anArcIsOfOneClass() {
        GanConfig plain = Presets.get("digits");
        GanConfig told = Presets.get("digits-conditional");
        assertThat(LatentWalk.inputs(plain, 1, 16, 6, 3)).isEqualTo(LatentWalk.rows(plain.noise(), 1, 16, 6, 3));
        int dimension = told.noise().dimension();
        double[][] inputs = rows(LatentWalk.inputs(told, 1, 16, 36, 3), dimension + 10);
        double[][] noise = rows(LatentWalk.rows(told.noise(), 1, 16, 36, 3), dimension);
        for (int i = 0; i < inputs.length; i++) {
            assertThat(Arrays.copyOf(inputs[i], dimension)).isEqualTo(noise[i]);
            double[] label = new double[10];
            label[i / 3 % 10] = 1;
            assertThat(Arrays.copyOfRange(inputs[i], dimension, dimension + 10)).isEqualTo(label);
        }
    }

    @Test
    void allArcsAreOfTheClassAskedFor() {
        GanConfig told = Presets.get("digits-conditional");
        int columns = told.noise().dimension() + 10;
        double[][] all = rows(LatentWalk.inputs(told, 1, 16, 36, 3), columns);
        double[][] threes = rows(LatentWalk.inputs(told, 1, 16, 36, 3, 3), columns);
        for (int i = 0; i < all.length; i++) {
            Arrays.fill(all[i], columns - 10, columns, 0);
            all[i][columns - 7] = 1;
            assertThat(threes[i]).isEqualTo(all[i]);
        }
        assertThatThrownBy(() -> LatentWalk.inputs(told, 1, 16, 36, 3, 10))
                .hasMessageContaining("label: 10, expected 0 to 9");
        assertThatThrownBy(() -> LatentWalk.inputs(Presets.get("digits"), 1, 16, 36, 3, 0))
                .hasMessageContaining("label: 0, expected none");
    }

    private static double[][] rows(float[] walk, int columns) {
        double[][] rows = new double[walk.length / columns][columns];
        for (int i = 0; i < walk.length; i++) {
            rows[i / columns][i % columns] = walk[i];
        }
        return rows;
    }

    private static double norm(double[] row) {
        return Math.sqrt(Arrays.stream(row).map(x -> x * x).sum());
    }

    private static double angle(double[] a, double[] b) {
        double product = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
        }
        return Math.acos(Math.min(1, product / norm(a) / norm(b)));
    }
}
