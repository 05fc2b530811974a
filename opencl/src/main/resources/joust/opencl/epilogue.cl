// What follows a product while its numbers are in registers: an activation, or the derivative of the one below.
// FLOATS is a vector of numbers (float2, float4 or float8) and INTS the vector of as many integers.

#define EPILOGUE_NONE 0
#define EPILOGUE_BIAS 1
#define EPILOGUE_DERIVATIVE 2

#define IDENTITY 0
#define RELU 1
#define LEAKY_RELU 2
#define SIGMOID 3
#define TANH 4

// The functions of common.cl for vectors: the same operations, element by element.
static FLOATS exponentials(FLOATS x) {
    FLOATS bounded = x < -104.0f ? (FLOATS)(-104.0f) : x;
    bounded = bounded > 89.0f ? (FLOATS)(89.0f) : bounded;
    FLOATS rounded = fma(bounded, (FLOATS)(0x1.715476p+0f), (FLOATS)(ROUNDER));
    INTS exponent = AS_INTS(rounded) - ROUNDER_BITS;
    FLOATS n = rounded - ROUNDER;
    FLOATS r = fma(n, (FLOATS)(-LN2_LOW), fma(n, (FLOATS)(-LN2_HIGH), bounded));
    FLOATS p = fma(r, (FLOATS)(0x1.6a4f28p-10f), (FLOATS)(0x1.12398p-7f));
    p = fma(r, p, (FLOATS)(0x1.5558aep-5f));
    p = fma(r, p, (FLOATS)(0x1.555492p-3f));
    p = fma(r, p, (FLOATS)(0x1.fffffcp-2f));
    p = fma(r, p, (FLOATS)(1.0f));
    p = fma(r, p, (FLOATS)(1.0f));
    INTS first = exponent >> 1;
    return p * AS_FLOATS((first + 127) << 23) * AS_FLOATS((exponent - first + 127) << 23);
}

static FLOATS to_zeros(FLOATS x) {
    INTS bits = AS_INTS(x);
    INTS small = ((bits & 0x7f800000) - 1) >> 31;
    return AS_FLOATS(bits & ~small);
}

static FLOATS sigmoids(FLOATS x) {
    FLOATS a = -fabs(x);
    // Bounded before, for a lost exponential may be denormal on its way.
    FLOATS e = exponentials(a < DECAY_LOWEST ? (FLOATS)(DECAY_LOWEST) : a);
    e = a < DECAY_LOWEST ? (FLOATS)(0.0f) : e;
    FLOATS q = e / (1.0f + e);
    INTS negative = AS_INTS(x) >> 31;
    FLOATS m = AS_FLOATS((AS_INTS(e) & negative) | ((int)ONE_BITS & ~negative));
    return fma(-m, q, m);
}

static FLOATS tanhs(FLOATS x) {
    FLOATS a = fabs(x);
    FLOATS e = exponentials(-2.0f * a);
    FLOATS quotient = (1.0f - e) / (1.0f + e);
    FLOATS s = a * a;
    FLOATS p = fma(s, (FLOATS)(-0x1.750ce4p-8f), (FLOATS)(0x1.51f8cep-6f));
    p = fma(s, p, (FLOATS)(-0x1.b835a4p-5f));
    p = fma(s, p, (FLOATS)(0x1.1106f6p-3f));
    p = fma(s, p, (FLOATS)(-0x1.555532p-2f));
    FLOATS polynomial = fma(a * s, p, a);
    FLOATS y = a < 0.625f ? polynomial : quotient;
    return AS_FLOATS(AS_INTS(y) | (AS_INTS(x) & (int)SIGN_BIT));
}

static FLOATS activated(int activation, float slope, FLOATS x) {
    if (activation == RELU) {
        return x <= 0.0f ? (FLOATS)(0.0f) : x;
    }
    if (activation == LEAKY_RELU) {
        return x < 0.0f ? slope * x : x;
    }
    if (activation == SIGMOID) {
        return sigmoids(x);
    }
    return activation == TANH ? tanhs(x) : x;
}

static FLOATS times_derivative(int activation, float slope, FLOATS y, FLOATS gradient) {
    if (activation == RELU) {
        return y <= 0.0f ? (FLOATS)(0.0f) : gradient;
    }
    if (activation == LEAKY_RELU) {
        return y < 0.0f ? slope * gradient : gradient;
    }
    if (activation == SIGMOID) {
        return to_zeros(gradient * fma(-y, y, y));
    }
    return activation == TANH ? gradient * fma(-y, y, (FLOATS)(1.0f)) : gradient;
}
