// What every program begins with: no contraction, and the elementary functions of joust.math.Elementary with the same
// operations in the same order. A product that meets a sum does so in an explicit fma.
#pragma OPENCL FP_CONTRACT OFF

// A tensor is memory and the place of its first element, in floats.
#define IN(x) __global const float *x, int x##_at
#define OUT(x) __global float *x, int x##_at

// One work-item for each of n elements; the last group may stick out.
#define EACH uint i = get_global_id(0); if (i < n)

#define SIGN_BIT 0x80000000u
#define ONE_BITS 0x3f800000u
#define ROUNDER 0x1.8p+23f
#define ROUNDER_BITS 0x4b400000
#define LN2_HIGH 0x1.63p-1f
#define LN2_LOW -0x1.bd0106p-13f
#define LOG_SPLIT_BITS 0x3f400000
#define DECAY_LOWEST -0x1.154244p+5f

static float power_of_two(int exponent) {
    return as_float((exponent + 127) << 23);
}

static float exponential(float x) {
    float bounded = x < -104.0f ? -104.0f : x;
    bounded = bounded > 89.0f ? 89.0f : bounded;
    float rounded = fma(bounded, 0x1.715476p+0f, ROUNDER);
    int exponent = as_int(rounded) - ROUNDER_BITS;
    float n = rounded - ROUNDER;
    float r = fma(n, -LN2_LOW, fma(n, -LN2_HIGH, bounded));
    float p = fma(r, 0x1.6a4f28p-10f, 0x1.12398p-7f);
    p = fma(r, p, 0x1.5558aep-5f);
    p = fma(r, p, 0x1.555492p-3f);
    p = fma(r, p, 0x1.fffffcp-2f);
    p = fma(r, p, 1.0f);
    p = fma(r, p, 1.0f);
    int half_exponent = exponent >> 1;
    return p * power_of_two(half_exponent) * power_of_two(exponent - half_exponent);
}

// log((1 + f) 2^exponent), f in [-0.25, 0.5].
static float logarithm_of(int exponent, float f) {
    float p = fma(f, -0x1.71428ep-5f, 0x1.aca446p-4f);
    p = fma(f, p, -0x1.0d93fcp-3f);
    p = fma(f, p, 0x1.2885dcp-3f);
    p = fma(f, p, -0x1.54eed4p-3f);
    p = fma(f, p, 0x1.99697p-3f);
    p = fma(f, p, -0x1.000044p-2f);
    p = fma(f, p, 0x1.5555a4p-2f);
    p = fma(f, p, -0.5f);
    float n = (float)exponent;
    float exact = n * LN2_HIGH;
    float high = exact + f;
    float low = (exact - high) + f;
    return high + fma(f * f, p, fma(n, LN2_LOW, low));
}

static float logarithm(float x) {
    int denormal = x < 0x1p-126f;
    int bits = as_int(denormal ? x * 0x1p23f : x);
    int exponent = (bits - LOG_SPLIT_BITS) >> 23;
    float f = as_float(bits - (exponent << 23)) - 1.0f;
    float y = logarithm_of(denormal ? exponent - 23 : exponent, f);
    y = x < INFINITY ? y : x;
    y = x == 0.0f ? -INFINITY : y;
    return x < 0.0f ? NAN : y;
}

static float logarithm_of_1_plus(float x) {
    int exponent = (as_int(1.0f + x) - LOG_SPLIT_BITS) >> 23;
    float scaled = as_float(as_int(x) - (exponent << 23));
    float fourfold = as_float(0x40800000 - (exponent << 23));
    float y = logarithm_of(exponent, scaled + (0.25f * fourfold - 1.0f));
    y = x < INFINITY ? y : x;
    y = x == 0.0f ? x : y;
    y = x == -1.0f ? -INFINITY : y;
    return x < -1.0f ? NAN : y;
}

static float sine_of(float r, float s) {
    float p = fma(s, 0x1.443a9ap-4f, -0x1.32adaap-1f);
    p = fma(s, p, 0x1.466b78p+1f);
    p = fma(s, p, -0x1.4abbcep+2f);
    return fma(r, 0x1.921fb6p+1f, r * fma(s, p, -0x1.777a5cp-24f));
}

static float cosine_of(float s) {
    float p = fma(s, 0x1.d4f7eep-3f, -0x1.55b2b6p+0f);
    p = fma(s, p, 0x1.03c1bp+2f);
    p = fma(s, p, -0x1.3bd3ccp+2f);
    return fma(s, p, 1.0f);
}

// sin(pi a + turns pi / 2), a >= 0; never -0.
static float quarter_turns(float a, int turns) {
    float evens = (0.5f * a + 0x1p23f) - 0x1p23f;
    float y = a < 0x1p24f ? a - 2.0f * evens : 0.0f * a;
    float rounded = 2.0f * y + ROUNDER;
    int quadrant = as_int(rounded) - ROUNDER_BITS + turns;
    float r = y - 0.5f * (rounded - ROUNDER);
    float s = r * r;
    int odd = -(quadrant & 1);
    int bits = (as_int(cosine_of(s)) & odd) | (as_int(sine_of(r, s)) & ~odd);
    return as_float(bits ^ ((quadrant & 2) << 30)) + 0.0f;
}

static float sine_of_pi(float x) {
    return as_float(as_uint(quarter_turns(fabs(x), 0)) ^ (as_uint(x) & SIGN_BIT));
}

static float cosine_of_pi(float x) {
    return quarter_turns(fabs(x), 1);
}

static float hyperbolic_tangent(float x) {
    float a = fabs(x);
    float e = exponential(-2.0f * a);
    float far = (1.0f - e) / (1.0f + e);
    float s = a * a;
    float p = fma(s, -0x1.750ce4p-8f, 0x1.51f8cep-6f);
    p = fma(s, p, -0x1.b835a4p-5f);
    p = fma(s, p, 0x1.1106f6p-3f);
    p = fma(s, p, -0x1.555532p-2f);
    float near = fma(a * s, p, a);
    float y = a < 0.625f ? near : far;
    return as_float(as_uint(y) | (as_uint(x) & SIGN_BIT));
}

// A denormal number as +0.
static float to_zero(float x) {
    int bits = as_int(x);
    int small = ((bits & 0x7f800000) - 1) >> 31;
    return as_float(bits & ~small);
}

// exp(-|x|), but +0 below 2^-50.
static float decay(float x) {
    float a = -fabs(x);
    // Bounded before, for a lost exponential may be denormal on its way.
    float e = exponential(a < DECAY_LOWEST ? DECAY_LOWEST : a);
    return a < DECAY_LOWEST ? 0.0f : e;
}

static float logistic(float x) {
    float e = decay(x);
    float q = e / (1.0f + e);
    int negative = as_int(x) >> 31;
    float m = as_float((as_int(e) & negative) | ((int)ONE_BITS & ~negative));
    return fma(-m, q, m);
}

static float soft_plus(float x) {
    int bits = as_int(x);
    return as_float(bits & ~(bits >> 31)) + logarithm_of_1_plus(decay(x));
}
