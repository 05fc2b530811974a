package joust.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegerPowerTest {
    /** Enough that two roundings, to decimals and to a double, agree with one. */
    private static final MathContext DIGITS = new MathContext(80);

    @ParameterizedTest
    @ValueSource(
            doubles = {0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 0.9999, 1 - 0x1p-53, 0.1, 1e-3, 1.0000001, 1.37, 2.5, -0.9})
    void givesTheDoubleNearestToTheExactPower(double base) {
        for (long exponent : new long[] {0, 1, 2, 3, 4, 5, 7, 31, 64, 100, 255, 270, 20_001, 99_999, 123_456_789}) {
            BigDecimal exact = new BigDecimal(base).pow((int) exponent, DIGITS);
            double magnitude = Math.abs(exact.doubleValue());
            if (magnitude > 1e-270 && magnitude < 1e297) {
                assertThat(IntegerPower.of(base, exponent))
                        .as("%s to the power %s", base, exponent)
                        .isEqualTo(exact.doubleValue());
            }
        }
    }

    @Test
    void everyPowerOfTheUsualDecaysIsTheNearestDouble() {
        for (double base : new double[] {0.5, 0.9, 0.999}) {
            BigDecimal exact = BigDecimal.ONE;
            for (int exponent = 0; exponent < 800; exponent++) {
                assertThat(IntegerPower.of(base, exponent)).isEqualTo(exact.doubleValue());
                exact = exact.multiply(new BigDecimal(base), DIGITS);
            }
        }
    }

    @Test
    void farFromOneTheResultIsThatOfPlainProducts() {
        assertThat(IntegerPower.of(0.5, 1_074)).isEqualTo(Double.MIN_VALUE);
        assertThat(IntegerPower.of(0.5, 1_076)).isZero();
        assertThat(IntegerPower.of(2, 1_023)).isEqualTo(0x1p1023);
        assertThat(IntegerPower.of(2, 1_024)).isInfinite();
        assertThat(IntegerPower.of(-3, 999)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(IntegerPower.of(1e200, 1)).isEqualTo(1e200);
        assertThat(IntegerPower.of(1e-200, 2)).isZero();
        assertThat(IntegerPower.of(0.3, Long.MAX_VALUE)).isZero();
        assertThat(IntegerPower.of(1.5, Long.MAX_VALUE)).isInfinite();
        assertThat(IntegerPower.of(Double.MAX_VALUE, 1)).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void zeroOneInfinityAndNanAreAsInStrictMath() {
        for (double base :
                new double[] {0, -0.0, 1, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (long exponent = 0; exponent < 7; exponent++) {
                assertThat(IntegerPower.of(base, exponent))
                        .as("%s to the power %s", base, exponent)
                        .isEqualTo(Double.valueOf(StrictMath.pow(base, (double) exponent)));
            }
        }
    }

    @Test
    void negativeExponentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntegerPower.of(2, -1))
                .withMessage("exponent is -1, expected at least 0");
    }
}
