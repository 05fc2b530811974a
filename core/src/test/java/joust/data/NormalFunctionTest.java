package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFunctionTest {
    /**
     * Reference: erfc(-x / √2) / 2 by the C library. An exponent of x²/2 rounded to 2⁻⁵³ costs x² · 2⁻⁵⁴ on either
     * side; within 3 of 0 the series is added to ½.
     */
    @ParameterizedTest
    @CsvSource({
        "0.0, 0.5",
        "0.1, 0.539827837277029",
        "1.0, 0.8413447460685429",
        "-1.0, 0.15865525393145707",
        "2.5, 0.9937903346742238",
        "-2.9999, 0.0013503412829549248",
        "3.0, 0.9986501019683699",
        "-3.0001, 0.001349454913260717",
        "-5.0, 2.866515718791946e-07",
        "4.0, 0.9999683287581669",
        "-10.0, 7.619853024160593e-24",
        "-30.0, 4.906713927148764e-198",
        "-37.0, 5.725571222525139e-300",
        "6.0, 0.9999999990134123",
        "1e-09, 0.5000000003989423"
    })
    void agreesWithTheErrorFunction(double x, double expected) {
        assertThat(NormalFunction.cumulative(x))
                .isCloseTo(expected, within((x * x + 8) * 0x1p-52 * expected + (Math.abs(x) <= 3 ? 0x1p-53 : 0)));
    }

    @Test
    void hasTheLimitsOfADistribution() {
        assertThat(NormalFunction.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalFunction.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalFunction.cumulative(Double.NaN)).isNaN();
        assertThat(NormalFunction.cumulative(0)).isEqualTo(0.5);
        assertThat(NormalFunction.cumulative(-0.0)).isEqualTo(0.5);
    }

    @Test
    void isSymmetricAndRises() {
        double last = 0;
        for (double x = -8; x <= 8; x += 1 / 64.0) {
            double value = NormalFunction.cumulative(x);
            assertThat(value).isGreaterThanOrEqualTo(last);
            assertThat(value + NormalFunction.cumulative(-x)).isCloseTo(1, within(4e-16));
            last = value;
        }
    }

    @Test
    void hasTheDensityAsItsSlope() {
        assertThat(NormalFunction.density(0)).isCloseTo(0.3989422804014327, within(1e-16));
        double step = 1e-5;
        for (double x = -4; x <= 4; x += 0.25) {
            double slope = (NormalFunction.cumulative(x + step) - NormalFunction.cumulative(x - step)) / (2 * step);
            // rounding 1e-16 / step, curvature φ″·step²/6
            assertThat(NormalFunction.density(x)).isCloseTo(slope, within(1e-10));
        }
    }
}
