// Updates of parameters p from gradients g over a whole arena, as joust.backend.Optimizers defines them.

__kernel void momentum(float minus_rate, float keep, IN(g), OUT(a), OUT(p), uint n) {
    EACH {
        float velocity = to_zero(fma(keep, a[a_at + i], g[g_at + i]));
        a[a_at + i] = velocity;
        p[p_at + i] = fma(minus_rate, velocity, p[p_at + i]);
    }
}

__kernel void nesterov(float minus_rate, float keep, IN(g), OUT(a), OUT(p), uint n) {
    EACH {
        float gradient = g[g_at + i];
        float velocity = to_zero(fma(keep, a[a_at + i], gradient));
        a[a_at + i] = velocity;
        p[p_at + i] = fma(minus_rate, fma(keep, velocity, gradient), p[p_at + i]);
    }
}

__kernel void rms_prop(float minus_rate, float keep, float blend, float epsilon, IN(g), OUT(v), OUT(p), uint n) {
    EACH {
        float gradient = g[g_at + i];
        float square = to_zero(fma(keep, v[v_at + i], (blend * gradient) * gradient));
        v[v_at + i] = square;
        p[p_at + i] = fma(minus_rate, gradient / (sqrt(square) + epsilon), p[p_at + i]);
    }
}

__kernel void adam(float minus_step, float keep1, float blend1, float keep2, float blend2, float epsilon,
                   IN(g), OUT(m), OUT(v), OUT(p), uint n) {
    EACH {
        float gradient = g[g_at + i];
        float mean = to_zero(fma(keep1, m[m_at + i], blend1 * gradient));
        float square = to_zero(fma(keep2, v[v_at + i], (blend2 * gradient) * gradient));
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
