package joust.math;

/**
 * The constants of {@link Elementary}, shared by every implementation of its functions: an implementation that uses
 * other ones breaks the bit contract.
 *
 * <p>The coefficients are weighted minimax polynomials: least squares on 801 Chebyshev nodes, reweighted (Lawson 1961)
 * until the relative error of the function levels out; then each coefficient in turn was rounded to float32 and the
 * others fitted again, and at last every pair of coefficients was tried within two units in the last place. The number
 * behind a name is the power of the argument it belongs to.
 */
public final class ElementaryConstants {

    /** 1.5 · 2²³: adding it to a value within ±2²² rounds that to the nearest integer, ties to even. */
    public static final float ROUNDER = 0x1.8p+23f;

    /** The bits of {@link #ROUNDER}: subtracted from the bits of the rounded sum they leave the integer. */
    public static final int ROUNDER_BITS = 0x4b400000;

    /** Below this, exp rounds to zero. */
    public static final float EXP_LOWEST = -104f;

    /** Below this, sigmoid and softplus take exp(-|x|) as +0: -50 log 2, rounded towards zero. */
    public static final float DECAY_LOWEST = -0x1.154244p+5f;

    /** Above this, exp is infinite. */
    public static final float EXP_HIGHEST = 89f;

    /** 1 / log 2. */
    public static final float LOG2_E = 0x1.715476p+0f;

    /** The leading 10 bits of log 2: its product with an exponent is exact. */
    public static final float LN2_HIGH = 0x1.63p-1f;

    /** log 2 less {@link #LN2_HIGH}. */
    public static final float LN2_LOW = -0x1.bd0106p-13f;

    /** exp(r) = 1 + r + r² · Σ, |r| ≤ log(2) / 2; relative error of the polynomial 2^-28.2. */
    public static final float EXP_2 = 0x1.fffffcp-2f;

    public static final float EXP_3 = 0x1.555492p-3f;
    public static final float EXP_4 = 0x1.5558aep-5f;
    public static final float EXP_5 = 0x1.12398p-7f;
    public static final float EXP_6 = 0x1.6a4f28p-10f;

    /** The bits of 0.75: mantissas are taken from [0.75, 1.5). */
    public static final int LOG_SPLIT_BITS = 0x3f400000;

    /** log(1 + f) = f + f² · Σ, f in [-0.25, 0.5]; relative error of the polynomial 2^-27.6. */
    public static final float LOG_2 = -0.5f;

    public static final float LOG_3 = 0x1.5555a4p-2f;
    public static final float LOG_4 = -0x1.000044p-2f;
    public static final float LOG_5 = 0x1.99697p-3f;
    public static final float LOG_6 = -0x1.54eed4p-3f;
    public static final float LOG_7 = 0x1.2885dcp-3f;
    public static final float LOG_8 = -0x1.0d93fcp-3f;
    public static final float LOG_9 = 0x1.aca446p-4f;
    public static final float LOG_10 = -0x1.71428ep-5f;

    /** π in float32. */
    public static final float PI_HIGH = 0x1.921fb6p+1f;

    /** π less {@link #PI_HIGH}. */
    public static final float PI_LOW = -0x1.777a5cp-24f;

    /** sin(π r) = π r + r³ · Σ, |r| ≤ 1/4; relative error of the polynomial 2^-33.4. */
    public static final float SINPI_3 = -0x1.4abbcep+2f;

    public static final float SINPI_5 = 0x1.466b78p+1f;
    public static final float SINPI_7 = -0x1.32adaap-1f;
    public static final float SINPI_9 = 0x1.443a9ap-4f;

    /** cos(π r) = 1 + r² · Σ, |r| ≤ 1/4; relative error of the polynomial 2^-31.1. */
    public static final float COSPI_2 = -0x1.3bd3ccp+2f;

    public static final float COSPI_4 = 0x1.03c1bp+2f;
    public static final float COSPI_6 = -0x1.55b2b6p+0f;
    public static final float COSPI_8 = 0x1.d4f7eep-3f;

    /** Where tanh changes from its polynomial to its quotient. */
    public static final float TANH_SPLIT = 0.625f;

    /** tanh(a) = a + a³ · Σ, |a| ≤ 0.625; relative error of the polynomial 2^-27.7. */
    public static final float TANH_3 = -0x1.555532p-2f;

    public static final float TANH_5 = 0x1.1106f6p-3f;
    public static final float TANH_7 = -0x1.b835a4p-5f;
    public static final float TANH_9 = 0x1.51f8cep-6f;
    public static final float TANH_11 = -0x1.750ce4p-8f;

    private ElementaryConstants() {}
}
