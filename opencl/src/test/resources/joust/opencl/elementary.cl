// The elementary functions of common.cl one by one, for the test that compares them with joust.math.

#define FUNCTION(name, value)                           \
    __kernel void name(IN(in), OUT(out), uint n) {      \
        EACH {                                          \
            float x = in[in_at + i];                    \
            out[out_at + i] = value;                    \
        }                                               \
    }

FUNCTION(exp_test, exponential(x))
FUNCTION(log_test, logarithm(x))
FUNCTION(log1p_test, logarithm_of_1_plus(x))
FUNCTION(sinpi_test, sine_of_pi(x))
FUNCTION(cospi_test, cosine_of_pi(x))
FUNCTION(sigmoid_test, logistic(x))
FUNCTION(tanh_test, hyperbolic_tangent(x))
FUNCTION(softplus_test, soft_plus(x))
