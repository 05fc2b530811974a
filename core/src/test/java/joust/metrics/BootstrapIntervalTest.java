package joust.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapIntervalTest {
    /** The number of ones among five draws is binomial with p = 1/5: P(0) = 0.328, P(at most 2) = 0.942, P(at most 3) = 0.993. */
    @Test
    void ofOneInFiveTheEndsAreThoseOfTheBinomialDistribution() {
        assertThat(BootstrapInterval.of(0, 0, 1, 0, 0)).isEqualTo(new BootstrapInterval(0.2, 0, 0.6, 5));
    }

    /** All 3,125 draws of five values are equally likely, so the exact distribution of their means can be written down. */
    @Test
    void theEndsLieWhereTheExactDistributionHasThem() {
        double[] values = {6, 7.25, 8, 5.5, 7};
        double[] exact = new double[3125];
        for (int draw = 0; draw < exact.length; draw++) {
            int rest = draw;
            for (int i = 0; i < values.length; i++) {
                exact[draw] += values[rest % 5] / 5;
                rest /= 5;
            }
        }
        Arrays.sort(exact);

        BootstrapInterval interval = BootstrapInterval.of(values);

        assertThat(interval.mean()).isEqualTo(6.75);
        // Five standard errors of a share of 2.5 % among 10,000 draws.
        double error = 5 * Math.sqrt(0.025 * 0.975 / BootstrapInterval.RESAMPLES);
        // Means of the same draws in another order of summation differ by roundings.
        double rounding = 1e-12;
        assertThat(interval.low())
                .isBetween(quantile(exact, 0.025 - error) - rounding, quantile(exact, 0.025 + error) + rounding);
        assertThat(interval.high())
                .isBetween(quantile(exact, 0.975 - error) - rounding, quantile(exact, 0.975 + error) + rounding);
    }

    private static double quantile(double[] ascending, double share) {
        return ascending[(int) Math.floor(share * ascending.length)];
    }

    @Test
    void equalValuesLeaveNoDoubt() {
        assertThat(BootstrapInterval.of(8, 8, 8)).isEqualTo(new BootstrapInterval(8, 8, 8, 3));
        assertThat(BootstrapInterval.of(0.3)).isEqualTo(new BootstrapInterval(0.3, 0.3, 0.3, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsRefused(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BootstrapInterval.of(1, value))
                .withMessageContaining("expected one or more finite numbers");
    }

    @Test
    void nothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(BootstrapInterval::of);
    }
}
