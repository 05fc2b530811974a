// Updates of parameters p from gradients g over a whole arena, as joust.backend.Optimizers defines them. What lies below a
// floor is +0: joust.math.Denormals.

static float zero_below(float least, float x) {
    return fabs(x) < least ? 0.0f : x;
}

__kernel void momentum(float minus_rate, float keep, float least, IN(g), OUT(a), OUT(p), uint n) {
    EACH {
        float velocity = zero_below(least, fma(keep, a[a_at + i], g[g_at + i]));
        a[a_at + i] = velocity;
        p[p_at + i] = fma(minus_rate, velocity, p[p_at + i]);
    }
}

__kernel void nesterov(float minus_rate, float keep, float least, IN(g), OUT(a), OUT(p), uint n) {
    EACH {
        float gradient = g[g_at + i];
        float velocity = zero_below(least, fma(keep, a[a_at + i], gradient));
        a[a_at + i] = velocity;
        p[p_at + i] = fma(minus_rate, fma(keep, velocity, gradient), p[p_at + i]);
    }
}

__kernel void rms_prop(float minus_rate, float keep, float blend, float epsilon, float least, float least_squared,
                       IN(g), OUT(v), OUT(p), uint n) {
    EACH {
        float gradient = g[g_at + i];
        float squared = zero_below(least_squared, gradient);
        float square = zero_below(least, fma(keep, v[v_at + i], (blend * squared) * squared));
        v[v_at + i] = square;
        p[p_at + i] = fma(minus_rate, gradient / (sqrt(square) + epsilon), p[p_at + i]);
    }
}

__kernel void adam(float minus_step, float keep1, float blend1, float keep2, float blend2, float epsilon,
                   float least1, float least2, float least_squared, IN(g), OUT(m), OUT(v), OUT(p), uint n) {
    EACH {
        float gradient = g[g_at + i];
        float mean = zero_below(least1, fma(keep1, m[m_at + i], blend1 * gradient));
        float squared = zero_below(least_squared, gradient);
        float square = zero_below(least2, fma(keep2, v[v_at + i], (blend2 * squared) * squared));
        m[m_at + i] = mean;
        v[v_at + i] = square;
        p[p_at + i] = fma(minus_step, mean / (sqrt(square) + epsilon), p[p_at + i]);
    }
}

__kernel void moving_average(float weight, IN(p), OUT(e), uint n) {
    EACH {
        float average = e[e_at + i];
        e[e_at + i] = fma(weight, p[p_at + i] - average, average);
    }
}
