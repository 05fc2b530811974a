package joust.math;

/**
 * Powers with whole exponents, for rates and bias corrections on the host. {@link StrictMath#pow} would do but for what it leaves
 * behind: it makes arrays at every call that no compiler is bound to take away.
 */
public final class IntegerPower {
    /** 2²⁷ + 1 splits the 53 bits of a double into two halves whose products are exact (Veltkamp 1968). */
    private static final double SPLITTER = 0x1p27 + 1;

    /** Between these no part of a product of halves overflows or loses bits to a denormal. */
    private static final double LEAST = 0x1p-900;

    private static final double GREATEST = 0x1p990;

    /** What can be added to any number, -0 too, and leaves it as it is. */
    private static final double NOTHING = -0.0;

    private IntegerPower() {}

    /**
     * The power by repeated squaring, kept to twice the precision of a double (Dekker 1971), so that the result is the double nearest
     * to the exact power unless that lies within {@code exponent · 2⁻¹⁰⁰} of itself from the middle of two. Beyond 2⁻⁹⁰⁰ and
     * 2⁹⁹⁰ squares and products are rounded as doubles are, down to 0 and up to infinity. A negative base and -0
     * keep their sign at odd exponents. NaN gives NaN, but for exponent 0.
     *
     * @param exponent at least 0; 0 gives 1
     * @throws IllegalArgumentException if the exponent is negative
     */
    public static double of(double base, long exponent) {
        if (exponent < 0) {
            throw new IllegalArgumentException("exponent is " + exponent + ", expected at least 0");
        }
        double high = 1;
        double low = 0;
        double square = base;
        double squareLow = 0;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                double product = high * square;
                double rest = rest(high, low, square, squareLow, product);
                high = product + rest;
                low = product - high + rest;
            }
            double product = square * square;
            double rest = rest(square, squareLow, square, squareLow, product);
            square = product + rest;
            squareLow = product - square + rest;
        }
        return high;
    }

    /** What the product of two numbers of two parts is beyond the rounded product of their high parts. */
    private static double rest(double a, double aLow, double b, double bLow, double product) {
        double magnitude = Math.abs(product);
        if (!(magnitude > LEAST && magnitude < GREATEST)) {
            return NOTHING;
        }
        double aUpper = upperHalf(a);
        double bUpper = upperHalf(b);
        double aLower = a - aUpper;
        double bLower = b - bUpper;
        double error = aUpper * bUpper - product + aUpper * bLower + aLower * bUpper + aLower * bLower;
        return error + (a * bLow + aLow * b);
    }

    private static double upperHalf(double x) {
        double scaled = SPLITTER * x;
        return scaled - (scaled - x);
    }
}
