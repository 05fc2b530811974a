package joust.math;

import static java.lang.Float.floatToRawIntBits;
import static java.lang.Float.intBitsToFloat;
import static joust.math.ElementaryConstants.*;
import static joust.math.FusedArithmetic.fma;

/**
 * Elementary functions in float32 with the same bits on every machine.
 *
 * <p>Each is a fixed sequence of integer operations on bits, multiply-adds and exact divisions: no table, no double, no
 * library call, no loop. A vector or a GPU performs the very same sequence, so no branch decides anything but a choice
 * between two computed values.
 *
 * <p>Errors are given in units in the last place of the exact result, denormal results included unless said otherwise:
 * first the largest over all finite arguments where {@link FusedArithmetic#FUSED}, then the largest over every 97th with
 * multiply-then-add; over all of them sigmoid's is 1.98 and softplus's 1.80. {@code MathSweep} in the tests finds them.
 *
 * <p>NaN gives NaN; its payload is unspecified.
 */
public final class Elementary {

    private static final int SIGN_BIT = 0x80000000;
    private static final int ONE_BITS = 0x3f800000;

    private Elementary() {}

    /**
     * e to the power x. exp(±0) = 1, exp(-∞) = +0, exp(+∞) = +∞; overflow gives +∞.
     *
     * <p>Error: 0.91 fused, 1.17 multiply-then-add.
     *
     * @param x any float
     * @return e to the power x
     */
    public static float exp(float x) {
        float bounded = x < EXP_LOWEST ? EXP_LOWEST : x;
        bounded = bounded > EXP_HIGHEST ? EXP_HIGHEST : bounded;
        float rounded = fma(bounded, LOG2_E, ROUNDER);
        int exponent = floatToRawIntBits(rounded) - ROUNDER_BITS;
        float n = rounded - ROUNDER;
        float r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, bounded));
        float p = fma(r, EXP_6, EXP_5);
        p = fma(r, p, EXP_4);
        p = fma(r, p, EXP_3);
        p = fma(r, p, EXP_2);
        p = fma(r, p, 1f);
        p = fma(r, p, 1f);
        // Two powers of two, for neither 2^128 nor 2^-150 is a float; only the last product may round.
        int half = exponent >> 1;
        return p * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    /**
     * Natural logarithm. log(1) = +0, log(±0) = -∞, log(+∞) = +∞, log of a negative number is NaN.
     *
     * <p>Error: 0.92 fused, 0.94 multiply-then-add.
     *
     * @param x any float
     * @return the natural logarithm of x
     */
    public static float log(float x) {
        boolean denormal = x < Float.MIN_NORMAL;
        int bits = floatToRawIntBits(denormal ? x * 0x1p23f : x);
        int exponent = (bits - LOG_SPLIT_BITS) >> 23;
        float f = intBitsToFloat(bits - (exponent << 23)) - 1f;
        float y = logarithm(denormal ? exponent - 23 : exponent, f);
        y = x < Float.POSITIVE_INFINITY ? y : x;
        y = x == 0f ? Float.NEGATIVE_INFINITY : y;
        return x < 0f ? Float.NaN : y;
    }

    /**
     * Natural logarithm of 1 + x. log1p(±0) = ±0, log1p(-1) = -∞, log1p(+∞) = +∞, NaN below -1.
     *
     * <p>Error: 0.92 fused, 0.95 multiply-then-add.
     *
     * @param x any float
     * @return the natural logarithm of 1 + x
     */
    public static float log1p(float x) {
        int exponent = (floatToRawIntBits(1f + x) - LOG_SPLIT_BITS) >> 23;
        // (1 + x) · 2^-exponent - 1, exact: x · 2^-exponent + (2^-exponent - 1). Four times the power stays normal.
        float scaled = intBitsToFloat(floatToRawIntBits(x) - (exponent << 23));
        float fourfold = intBitsToFloat(0x40800000 - (exponent << 23));
        float y = logarithm(exponent, scaled + (0.25f * fourfold - 1f));
        y = x < Float.POSITIVE_INFINITY ? y : x;
        y = x == 0f ? x : y;
        y = x == -1f ? Float.NEGATIVE_INFINITY : y;
        return x < -1f ? Float.NaN : y;
    }

    /**
     * sin(π x), exact at multiples of 1/2. sinpi(±0) = ±0, at other integers zero with the sign of x; NaN for ±∞.
     *
     * <p>Error: 0.97 fused, 1.58 multiply-then-add.
     *
     * @param x any float
     * @return the sine of π x
     */
    public static float sinpi(float x) {
        return intBitsToFloat(floatToRawIntBits(quarterTurns(Math.abs(x), 0)) ^ (floatToRawIntBits(x) & SIGN_BIT));
    }

    /**
     * cos(π x), exact at multiples of 1/2. cospi(±0) = 1, +0 halfway between integers; NaN for ±∞.
     *
     * <p>Error: 0.88 fused, 1.56 multiply-then-add.
     *
     * @param x any float
     * @return the cosine of π x
     */
    public static float cospi(float x) {
        return quarterTurns(Math.abs(x), 1);
    }

    /**
     * Hyperbolic tangent. tanh(±0) = ±0, tanh(±∞) = ±1.
     *
     * <p>Error: 1.51 fused, 1.53 multiply-then-add.
     *
     * @param x any float
     * @return the hyperbolic tangent of x
     */
    public static float tanh(float x) {
        float a = Math.abs(x);
        float e = exp(-2f * a);
        float far = (1f - e) / (1f + e);
        float s = a * a;
        float p = fma(s, TANH_11, TANH_9);
        p = fma(s, p, TANH_7);
        p = fma(s, p, TANH_5);
        p = fma(s, p, TANH_3);
        float near = fma(a * s, p, a);
        float y = a < TANH_SPLIT ? near : far;
        return intBitsToFloat(floatToRawIntBits(y) | (floatToRawIntBits(x) & SIGN_BIT));
    }

    /**
     * Logistic function 1 / (1 + exp(-x)): with e = exp(-|x|), q = e / (1 + e) and m = x ≥ 0 ? 1 : e it is m - m · q.
     * (The plain e / (1 + e) is off by up to 2.4 units, for the rounding of 1 + e weighs in full.) sigmoid(±0) = 0.5,
     * sigmoid(-∞) = +0, sigmoid(+∞) = 1. Below -50 log 2, where exp(x) is less than 2^-50, it is +0 ({@link Denormals}).
     *
     * <p>Error: 1.65 fused, 1.78 multiply-then-add, where the result is not +0.
     *
     * @param x any float
     * @return the logistic function of x
     */
    public static float sigmoid(float x) {
        float e = decay(x);
        float q = e / (1f + e);
        int negative = floatToRawIntBits(x) >> 31;
        float m = intBitsToFloat((floatToRawIntBits(e) & negative) | (ONE_BITS & ~negative));
        return fma(-m, q, m);
    }

    /**
     * log(1 + exp(x)) as (x &gt; 0 ? x : 0) + log1p(exp(-|x|)). softplus(-∞) = +0, softplus(+∞) = +∞. Below
     * -50 log 2 it is +0.
     *
     * <p>Error: 1.70 fused, 1.68 multiply-then-add, where the result is not +0.
     *
     * @param x any float
     * @return the logarithm of 1 + exp(x)
     */
    public static float softplus(float x) {
        int bits = floatToRawIntBits(x);
        return intBitsToFloat(bits & ~(bits >> 31)) + log1p(decay(x));
    }

    /** exp(-|x|), but +0 below 2^-50. */
    private static float decay(float x) {
        float a = -Math.abs(x);
        // Bounded before, for a lost exponential may be denormal on its way.
        float e = exp(a < DECAY_LOWEST ? DECAY_LOWEST : a);
        return a < DECAY_LOWEST ? 0f : e;
    }

    /** log((1 + f) · 2^exponent), f in [-0.25, 0.5]. */
    private static float logarithm(int exponent, float f) {
        float p = fma(f, LOG_10, LOG_9);
        p = fma(f, p, LOG_8);
        p = fma(f, p, LOG_7);
        p = fma(f, p, LOG_6);
        p = fma(f, p, LOG_5);
        p = fma(f, p, LOG_4);
        p = fma(f, p, LOG_3);
        p = fma(f, p, LOG_2);
        float n = exponent;
        float exact = n * LN2_HIGH;
        float high = exact + f;
        // What high lost, exactly: |exact| > |f|, or exact is zero (Dekker 1971, Fast2Sum).
        float low = (exact - high) + f;
        return high + fma(f * f, p, fma(n, LN2_LOW, low));
    }

    /** sin(π a + turns · π / 2) for a ≥ 0, never -0. */
    private static float quarterTurns(float a, int turns) {
        float evens = (0.5f * a + 0x1p23f) - 0x1p23f;
        // From 2^24 every float is an even integer; the product is NaN for infinity.
        float y = a < 0x1p24f ? a - 2f * evens : 0f * a;
        float rounded = 2f * y + ROUNDER;
        int quadrant = floatToRawIntBits(rounded) - ROUNDER_BITS + turns;
        float r = y - 0.5f * (rounded - ROUNDER);
        float s = r * r;
        int odd = -(quadrant & 1);
        int bits = (floatToRawIntBits(cosine(s)) & odd) | (floatToRawIntBits(sine(r, s)) & ~odd);
        return intBitsToFloat(bits ^ ((quadrant & 2) << 30)) + 0f;
    }

    private static float sine(float r, float s) {
        float p = fma(s, SINPI_9, SINPI_7);
        p = fma(s, p, SINPI_5);
        p = fma(s, p, SINPI_3);
        return fma(r, PI_HIGH, r * fma(s, p, PI_LOW));
    }

    private static float cosine(float s) {
        float p = fma(s, COSPI_8, COSPI_6);
        p = fma(s, p, COSPI_4);
        p = fma(s, p, COSPI_2);
        return fma(s, p, 1f);
    }

    private static float powerOfTwo(int exponent) {
        return intBitsToFloat((exponent + 127) << 23);
    }
}
