package joust.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import joust.data.Gaussian;
import joust.data.UniformInterval;
import joust.data.Univariate;
import org.junit.jupiter.api.Test;

class UnivariateFitTest {
    private static final Gaussian STANDARD = new Gaussian(0, 1);

    @Test
    void aSingleSampleInTheMiddleHasKnownDistances() {
        UnivariateFit fit = UnivariateFit.of(new float[] {1}, new Gaussian(1, 2));

        assertThat(fit.kolmogorovSmirnov()).isEqualTo(0.5);
        // E|X - μ| = σ √(2/π).
        assertThat(fit.wasserstein1()).isCloseTo(2 * Math.sqrt(2 / Math.PI), within(1e-7));
        assertThat(fit.meanError()).isZero();
    }

    @Test
    void samplesFarAwayAreAsFarAsTheirMean() {
        UnivariateFit right = UnivariateFit.of(new float[] {100, 100}, new Gaussian(1, 2));
        UnivariateFit left = UnivariateFit.of(new float[] {-98}, new Gaussian(1, 2));

        assertThat(right.kolmogorovSmirnov()).isEqualTo(1);
        assertThat(right.wasserstein1()).isCloseTo(99, within(1e-6));
        assertThat(right.meanError()).isEqualTo(99);
        assertThat(left.wasserstein1()).isCloseTo(99, within(1e-6));
        assertThat(left.meanError()).isEqualTo(99);
    }

    @Test
    void theGreatestDistanceMayLieBeforeOrAfterASample() {
        UniformInterval unit = new UniformInterval(0, 1);

        // F_n is 0, ⅓, ⅔, 1 around .1, .2, .3: furthest above F after .3.
        assertThat(UnivariateFit.of(new float[] {.3f, .1f, .2f}, unit).kolmogorovSmirnov())
                .isCloseTo(0.7, within(1e-7));
        assertThat(UnivariateFit.of(new float[] {.9f, .7f, .8f}, unit).kolmogorovSmirnov())
                .isCloseTo(0.7, within(1e-7));
        assertThat(UnivariateFit.of(new float[] {.25f, .75f}, unit).kolmogorovSmirnov())
                .isCloseTo(0.25, within(1e-7));
    }

    @Test
    void theAreaIsThatOfANaiveIntegration() {
        SplittableRandom random = new SplittableRandom(3);
        float[] samples = new float[50];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (random.nextGaussian() * 1.5 + 0.4);
        }

        assertThat(UnivariateFit.of(samples, STANDARD).wasserstein1())
                .isCloseTo(naiveArea(samples, STANDARD), within(1e-4));
    }

    private static double naiveArea(float[] samples, Univariate truth) {
        int pieces = 200_000;
        double width = 24.0 / pieces;
        double area = 0;
        for (int i = 0; i < pieces; i++) {
            double x = -12 + (i + 0.5) * width;
            int below = 0;
            for (float sample : samples) {
                below += sample <= x ? 1 : 0;
            }
            area += width * Math.abs((double) below / samples.length - truth.cumulative(x));
        }
        return area;
    }

    @Test
    void samplesOfTheDistributionStayWithinTheCriticalValue() {
        float[] samples = new float[10_000];
        STANDARD.draw(5, 16, 0, samples, 0, samples.length);
        UnivariateFit fit = UnivariateFit.of(samples, STANDARD);

        assertThat(fit.kolmogorovSmirnov()).isBetween(0.002, 0.0136);
        assertThat(fit.wasserstein1()).isBetween(0.001, 0.03);
        assertThat(fit.meanError()).isLessThan(0.03);
    }

    @Test
    void samplesAreLeftInTheirOrder() {
        float[] samples = {3, 1, 2};
        UnivariateFit.of(samples, STANDARD);

        assertThat(samples).containsExactly(3, 1, 2);
    }

    @Test
    void aSampleThatIsNotFiniteLeavesNothingToMeasure() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            UnivariateFit fit = UnivariateFit.of(new float[] {1, bad}, STANDARD);

            assertThat(fit.kolmogorovSmirnov()).isNaN();
            assertThat(fit.wasserstein1()).isNaN();
            assertThat(fit.meanError()).isNaN();
        }
    }

    @Test
    void noSamplesAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnivariateFit.of(new float[0], STANDARD))
                .withMessage("samples: none, expected at least one");
    }
}
