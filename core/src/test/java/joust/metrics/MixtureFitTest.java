package joust.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import joust.data.GaussianGrid;
import joust.data.GaussianRing;
import joust.data.Mixture;
import org.junit.jupiter.api.Test;

class MixtureFitTest {
    private static final Mixture FOUR = new GaussianRing(4, 1, 0.1);

    @Test
    void samplesBelongToTheirNearestModeAndAreGoodWithinThreeDeviations() {
        // Modes at (1, 0), (0, 1), (-1, 0), (0, -1).
        float[] samples = {1, 0.29f, 1, -0.29f, 1.31f, 0, 0, 1, 0, 1, 0, 1, 0, 0, Float.NaN, 0, -1, 0.1f, 9, 9};

        MixtureFit fit = MixtureFit.of(samples, FOUR);

        assertThat(fit.modes()).isEqualTo(3);
        assertThat(fit.highQuality()).isEqualTo(0.6);
        // Ten samples on four modes: a fifth of the fair share is half a sample.
        assertThat(fit.modesStrict()).isEqualTo(3);
        double expected =
                2 / 6.0 * Math.log(4 * 2 / 6.0) + 3 / 6.0 * Math.log(4 * 3 / 6.0) + 1 / 6.0 * Math.log(4 / 6.0);
        assertThat(fit.reverseKl()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aModeWithFewSamplesIsCapturedButNotStrictly() {
        float[] samples = new float[200];
        for (int i = 0; i < 100; i++) {
            samples[2 * i] = i < 96 ? 1 : -1;
        }
        assertThat(MixtureFit.of(samples, FOUR))
                .isEqualTo(new MixtureFit(2, 1, 1, 0.96 * Math.log(4 * 0.96) + 0.04 * StrictMath.log(4 * 0.04)));
    }

    @Test
    void samplesOfTheMixtureItselfAreAsGoodAsTheyCanBe() {
        for (Mixture mixture : new Mixture[] {new GaussianRing(8, 2, 0.01), new GaussianGrid(5, 2, 0.05)}) {
            float[] samples = new float[200_000];
            mixture.draw(1, 17, 0, samples, 0, 100_000);

            MixtureFit fit = MixtureFit.of(samples, mixture);

            assertThat(fit.modes()).isEqualTo(mixture.modes().length);
            // Four standard errors of a share of 100,000.
            assertThat(fit.highQuality()).isCloseTo(1 - Math.exp(-4.5), within(4 * Math.sqrt(0.989 * 0.011 / 100_000)));
            assertThat(fit.reverseKl()).isBetween(0.0, 1e-3);
        }
    }

    @Test
    void nothingGoodHasNoDivergence() {
        MixtureFit fit = MixtureFit.of(new float[] {0, 0}, FOUR);
        assertThat(fit.modes()).isZero();
        assertThat(fit.reverseKl()).isNaN();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MixtureFit.of(new float[3], FOUR))
                .withMessage("samples: 3 numbers, expected one or more rows of 2");
    }
}
