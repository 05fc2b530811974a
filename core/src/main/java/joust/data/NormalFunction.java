package joust.data;

/** The standard normal distribution on the host, in double with {@link StrictMath}. */
final class NormalFunction {
    /** √(2π). */
    static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    /** Beyond this the continued fraction needs fewer terms than the series. */
    private static final double SERIES_REACH = 3;

    private static final int FRACTION_TERMS = 100;

    private NormalFunction() {}

    /** The density φ(x). */
    static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /**
     * The cumulative distribution Φ(x): within 3 of 0 by the series ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …), whose terms are
     * of one sign, beyond by the continued fraction φ(x)/(x + 1/(x + 2/(x + 3/(x + …)))) of the tail (Abramowitz and
     * Stegun, "Handbook of Mathematical Functions", 26.2.11 and 26.2.14).
     *
     * @return from 0 to 1, within 3 of 0 to about 2⁻⁵³, beyond to that share of itself; NaN at NaN
     */
    static double cumulative(double x) {
        if (Math.abs(x) <= SERIES_REACH) {
            return 0.5 + density(x) * series(x);
        }
        return x < 0 ? tail(-x) : 1 - tail(x);
    }

    private static double series(double x) {
        double sum = 0;
        double term = x;
        for (int odd = 3; sum + term != sum; odd += 2) {
            sum += term;
            term *= x * x / odd;
        }
        return sum;
    }

    private static double tail(double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double fraction = x;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }
}
