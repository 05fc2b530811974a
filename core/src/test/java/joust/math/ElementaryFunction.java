package joust.math;

import java.util.function.DoubleUnaryOperator;

/** Every function of {@link Elementary} with its exact counterpart in double and the error it may have. */
@SuppressWarnings("ImmutableEnumChecker") // references to static methods hold no state
public enum ElementaryFunction {
    EXP(Elementary::exp, StrictMath::exp, 1),
    LOG(Elementary::log, StrictMath::log, 1),
    LOG1P(Elementary::log1p, StrictMath::log1p, 1),
    SINPI(Elementary::sinpi, ElementaryFunction::exactSinpi, 1),
    COSPI(Elementary::cospi, ElementaryFunction::exactCospi, 1),
    TANH(Elementary::tanh, StrictMath::tanh, 2),
    SIGMOID(Elementary::sigmoid, ElementaryFunction::exactSigmoid, 2),
    SOFTPLUS(Elementary::softplus, ElementaryFunction::exactSoftplus, 2);

    /** A function on float32. */
    @FunctionalInterface
    public interface FloatFunction {
        /** Its value. */
        float apply(float x);
    }

    private final FloatFunction function;
    private final DoubleUnaryOperator exact;
    private final double limit;

    ElementaryFunction(FloatFunction function, DoubleUnaryOperator exact, double limit) {
        this.function = function;
        this.exact = exact;
        this.limit = limit;
    }

    /** The value under test. */
    public float apply(float x) {
        return function.apply(x);
    }

    /** The value in double. */
    public double exact(double x) {
        return exact.applyAsDouble(x);
    }

    /** Largest error allowed with fused arithmetic, in units in the last place. */
    public double limit() {
        return limit;
    }

    /**
     * The error of a value in units in the last place of the exact one, taken as a float32 without rounding up into the
     * next binade. Infinite if only one of them is NaN, infinite or a zero of its sign.
     */
    public static double error(float value, double exact) {
        float rounded = (float) exact;
        if (Float.isNaN(rounded) || Float.isNaN(value)) {
            return Float.isNaN(rounded) && Float.isNaN(value) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (Float.isInfinite(rounded) || Float.isInfinite(value) || exact == 0) {
            return Float.floatToIntBits(rounded) == Float.floatToIntBits(value) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (value == 0 && Math.copySign(1.0, exact) != Math.copySign(1.0, value)) {
            return Double.POSITIVE_INFINITY;
        }
        int exponent = Math.max(Math.getExponent(exact), Float.MIN_EXPONENT);
        return Math.abs(value - exact) * Math.scalb(1.0, Float.PRECISION - 1 - exponent);
    }

    /** IEEE 754-2019: at integers a zero with the sign of x. */
    private static double exactSinpi(double x) {
        double r = remainder(x);
        double a = Math.abs(r);
        double y = a > 0.25 && a < 0.75
                ? StrictMath.cos(StrictMath.PI * (0.5 - a))
                : StrictMath.sin(StrictMath.PI * Math.min(a, 1 - a));
        return y == 0 ? Math.copySign(0, x) : Math.copySign(y, r);
    }

    private static double exactCospi(double x) {
        double a = Math.abs(remainder(x));
        double y = a <= 0.25 ? StrictMath.cos(StrictMath.PI * a) : StrictMath.sin(StrictMath.PI * (0.5 - a));
        return a > 0.75 ? -StrictMath.cos(StrictMath.PI * (1 - a)) : y;
    }

    /** What is left of x after the nearest multiple of 2; exact. */
    private static double remainder(double x) {
        return x - 2 * Math.rint(x / 2);
    }

    private static double exactSigmoid(double x) {
        double e = decay(x);
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    private static double exactSoftplus(double x) {
        return (x > 0 ? x : 0) + StrictMath.log1p(decay(x));
    }

    /** Zero below 2^-50. */
    private static double decay(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return e < 0x1p-50 ? 0 : e;
    }
}
