package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import joust.math.Philox4x32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTest {
    private static final int ROWS = 40_000;

    private final Gaussian standard = new Gaussian(0, 1);
    private final Gaussian moved = new Gaussian(-3, 0.25);

    @Test
    void keepsTheContractOfDraws() {
        Drawn.assertKeepsTheContract(standard);
        Drawn.assertKeepsTheContract(moved);
        assertThat(standard.columns()).isEqualTo(1);
        assertThat(standard.blocks(8)).isEqualTo(2);
        assertThat(standard.blocks(9)).isEqualTo(3);
    }

    /** Box and Muller on the words of the block, by StrictMath in double: u to 2⁻²⁴ relative, so r to about 1e-6. */
    @Test
    void drawsTheNormalsOfItsBlocks() {
        float[] drawn = new float[4];
        moved.draw(11, 4, 5, drawn, 0, 4);
        int[] words = new int[4];
        Philox4x32.block(11, 4, 5, words, 0);
        for (int pair = 0; pair < 4; pair += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(((words[pair] >>> 8) + 1) * 0x1p-24));
            double angle = StrictMath.PI * (words[pair + 1] >>> 8) * 0x1p-23;
            assertThat((double) drawn[pair]).isCloseTo(-3 + 0.25 * radius * StrictMath.cos(angle), within(1e-5));
            assertThat((double) drawn[pair + 1]).isCloseTo(-3 + 0.25 * radius * StrictMath.sin(angle), within(1e-5));
        }
    }

    @Test
    void isDistributedAsItSays() {
        for (Gaussian samples : new Gaussian[] {standard, moved, new Gaussian(1e6, 1e5)}) {
            float[] drawn = Drawn.rows(samples, 3, ROWS);
            Drawn.assertMean(drawn, 1, 0, samples.mean(), samples.deviation());
            Drawn.assertDistributedAs(samples, drawn);
        }
    }

    @Test
    void knowsItsDensityAndCumulativeDistribution() {
        assertThat(moved.density(-3)).isCloseTo(4 * 0.3989422804014327, within(1e-15));
        assertThat(moved.density(-2.75)).isCloseTo(4 * 0.24197072451914337, within(1e-15));
        assertThat(moved.density(-3.25)).isEqualTo(moved.density(-2.75));
        assertThat(moved.cumulative(-2.75)).isCloseTo(0.8413447460685429, within(1e-15));
        assertThat(moved.density(Double.NaN)).isNaN();
        assertThat(moved.density(Double.POSITIVE_INFINITY)).isZero();
        assertThat(moved.density(Double.NEGATIVE_INFINITY)).isZero();
    }

    @Test
    void takesOnePointOfOneCoordinate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> standard.density(1, 2))
                .withMessage("normal distribution of mean 0.0, deviation 1.0: the point has 2 coordinates, expected 1");
        assertThatIllegalArgumentException().isThrownBy(standard::density);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesADeviationThatIsNone(double deviation) {
        Drawn.assertRefused(
                () -> new Gaussian(0, deviation),
                "normal distribution: deviation is " + deviation + ", expected a finite number above 0");
    }

    @Test
    void refusesValuesBeyondFloat32() {
        assertThat(new Gaussian(3e38, 5e36).mean()).isEqualTo(3e38);
        Drawn.assertRefused(
                () -> new Gaussian(-1e39, 1),
                "normal distribution of mean -1.0E39 reaches values of 1.0E39, expected at most 3.4028235E38");
        assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(3e38, 7e36));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(Double.POSITIVE_INFINITY, 1));
    }
}
