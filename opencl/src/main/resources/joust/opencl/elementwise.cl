// Arithmetic and activations element by element, as joust.backend.ElementwiseOperations and Activation define them.

__kernel void scale(float factor, IN(x), OUT(y), uint n) {
    EACH y[y_at + i] = factor * x[x_at + i];
}

__kernel void add_scaled(float factor, IN(x), OUT(y), uint n) {
    EACH y[y_at + i] = fma(factor, x[x_at + i], y[y_at + i]);
}

__kernel void multiply(IN(a), IN(b), OUT(y), uint n) {
    EACH y[y_at + i] = a[a_at + i] * b[b_at + i];
}

__kernel void clamp_between(float low, float high, IN(x), OUT(y), uint n) {
    EACH {
        float value = x[x_at + i];
        y[y_at + i] = value < low ? low : value > high ? high : value;
    }
}

__kernel void clamp_backward(float low, float high, IN(x), IN(g), OUT(y), uint n) {
    EACH {
        float value = x[x_at + i];
        y[y_at + i] = value < low || value > high ? 0.0f : g[g_at + i];
    }
}

__kernel void relu(IN(x), OUT(y), uint n) {
    EACH {
        float value = x[x_at + i];
        y[y_at + i] = value <= 0.0f ? 0.0f : value;
    }
}

__kernel void leaky_relu(float slope, IN(x), OUT(y), uint n) {
    EACH {
        float value = x[x_at + i];
        y[y_at + i] = value < 0.0f ? slope * value : value;
    }
}

__kernel void sigmoid_of(IN(x), OUT(y), uint n) {
    EACH y[y_at + i] = logistic(x[x_at + i]);
}

__kernel void tanh_of(IN(x), OUT(y), uint n) {
    EACH y[y_at + i] = hyperbolic_tangent(x[x_at + i]);
}

// First derivatives, times g, from the output y.

__kernel void relu_backward(IN(y), IN(g), OUT(out), uint n) {
    EACH out[out_at + i] = y[y_at + i] <= 0.0f ? 0.0f : g[g_at + i];
}

__kernel void leaky_relu_backward(float slope, IN(y), IN(g), OUT(out), uint n) {
    EACH out[out_at + i] = y[y_at + i] < 0.0f ? slope * g[g_at + i] : g[g_at + i];
}

__kernel void sigmoid_backward(IN(y), IN(g), OUT(out), uint n) {
    EACH {
        float value = y[y_at + i];
        out[out_at + i] = to_zero(g[g_at + i] * fma(-value, value, value));
    }
}

__kernel void tanh_backward(IN(y), IN(g), OUT(out), uint n) {
    EACH {
        float value = y[y_at + i];
        out[out_at + i] = g[g_at + i] * fma(-value, value, 1.0f);
    }
}

// Second derivatives, times g, from the output y.

__kernel void sigmoid_curvature(IN(y), IN(g), OUT(out), uint n) {
    EACH {
        float value = y[y_at + i];
        out[out_at + i] = (g[g_at + i] * fma(-value, value, value)) * fma(-2.0f, value, 1.0f);
    }
}

__kernel void tanh_curvature(IN(y), IN(g), OUT(out), uint n) {
    EACH {
        float value = y[y_at + i];
        out[out_at + i] = (g[g_at + i] * fma(-value, value, 1.0f)) * (-2.0f * value);
    }
}
