package joust.backend.testing;

import static joust.math.FusedArithmetic.fma;

/** Optimizer steps in the documented order of roundings; scalars are rounded to float32 once each. */
final class OrderedOptimizers {
    private OrderedOptimizers() {}

    static void sgd(double learningRate, float[] g, float[] p) {
        float rate = (float) learningRate;
        for (int i = 0; i < p.length; i++) {
            p[i] = fma(-rate, g[i], p[i]);
        }
    }

    static void momentum(double learningRate, double momentum, float[] g, float[] a, float[] p) {
        float rate = (float) learningRate;
        float mu = (float) momentum;
        float floor = stateFloor(mu);
        for (int i = 0; i < p.length; i++) {
            a[i] = toZero(fma(mu, a[i], g[i]), floor);
            p[i] = fma(-rate, a[i], p[i]);
        }
    }

    static void nesterov(double learningRate, double momentum, float[] g, float[] a, float[] p) {
        float rate = (float) learningRate;
        float mu = (float) momentum;
        float floor = stateFloor(mu);
        for (int i = 0; i < p.length; i++) {
            a[i] = toZero(fma(mu, a[i], g[i]), floor);
            p[i] = fma(-rate, fma(mu, a[i], g[i]), p[i]);
        }
    }

    static void rmsProp(double learningRate, double rho, double epsilon, float[] g, float[] v, float[] p) {
        float rate = (float) learningRate;
        float keep = (float) rho;
        float take = (float) (1 - rho);
        for (int i = 0; i < p.length; i++) {
            float squared = toZero(g[i], squareFloor(take));
            v[i] = toZero(fma(keep, v[i], (take * squared) * squared), stateFloor(keep));
            p[i] = fma(-rate, g[i] / (root(v[i]) + (float) epsilon), p[i]);
        }
    }

    static void adam(
            double stepSize, double beta1, double beta2, double epsilon, float[] g, float[] m, float[] v, float[] p) {
        float step = (float) stepSize;
        float keepFirst = (float) beta1;
        float takeFirst = (float) (1 - beta1);
        float keepSecond = (float) beta2;
        float takeSecond = (float) (1 - beta2);
        for (int i = 0; i < p.length; i++) {
            float squared = toZero(g[i], squareFloor(takeSecond));
            m[i] = toZero(fma(keepFirst, m[i], takeFirst * g[i]), stateFloor(keepFirst));
            v[i] = toZero(fma(keepSecond, v[i], (takeSecond * squared) * squared), stateFloor(keepSecond));
            p[i] = fma(-step, m[i] / (root(v[i]) + (float) epsilon), p[i]);
        }
    }

    static void decay(double rate, float[] p) {
        for (int i = 0; i < p.length; i++) {
            p[i] = fma(-(float) rate, p[i], p[i]);
        }
    }

    static void movingAverage(double decay, float[] p, float[] e) {
        for (int i = 0; i < p.length; i++) {
            e[i] = fma((float) (1 - decay), p[i] - e[i], e[i]);
        }
    }

    private static float toZero(float x, float floor) {
        return Math.abs(x) < floor ? 0f : x;
    }

    /** Of the powers of two, the first that a factor of 1/256 or more does not make denormal. */
    static float stateFloor(float factor) {
        double floor = Float.MIN_NORMAL;
        while (floor * Math.max(factor, 0x1p-8) < Float.MIN_NORMAL) {
            floor *= 2;
        }
        return (float) floor;
    }

    /** Of the powers of two, the first whose square a factor does not make denormal. */
    static float squareFloor(float factor) {
        double floor = Float.MIN_NORMAL;
        while (floor * floor * factor < Float.MIN_NORMAL) {
            floor *= 2;
        }
        return (float) floor;
    }

    /** Rounding the double's root once more gives the float's (Figueroa 1995). */
    private static float root(float x) {
        return (float) Math.sqrt(x);
    }
}
