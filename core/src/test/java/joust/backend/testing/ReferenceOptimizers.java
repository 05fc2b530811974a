package joust.backend.testing;

/**
 * Optimizer steps in double precision, with scalars as they come. Errors, in unit roundoffs: each scalar brings one of its
 * term, each operation one of its result; an error of a state is carried into the parameter by the step.
 */
final class ReferenceOptimizers {
    /** A gradient's share in a second moment, at most, that became +0: four times what is normal. */
    private static final double LOST_SHARE = 0x1p-124;

    private ReferenceOptimizers() {}

    static void sgd(double rate, double[] g, double[] p, double[] allowed) {
        for (int i = 0; i < p.length; i++) {
            double step = rate * g[i];
            p[i] -= step;
            allowed[i] = Rounding.of(Math.abs(step) + Math.abs(p[i]));
        }
    }

    static void momentum(
            double rate, double momentum, boolean nesterov, double[] g, double[] a, double[] p, double[][] allowed) {
        for (int i = 0; i < p.length; i++) {
            double kept = momentum * a[i];
            a[i] = kept + g[i];
            allowed[1][i] = Rounding.of(Math.abs(kept) + Math.abs(a[i])) + lost(momentum);
            double ahead = momentum * a[i];
            double direction = nesterov ? ahead + g[i] : a[i];
            double error = nesterov
                    ? momentum * allowed[1][i] + Rounding.of(Math.abs(ahead) + Math.abs(direction))
                    : allowed[1][i];
            p[i] -= rate * direction;
            allowed[2][i] = rate * error + Rounding.of(Math.abs(rate * direction) + Math.abs(p[i]));
        }
    }

    static void rmsProp(
            double rate, double rho, double epsilon, double[] g, double[] v, double[] p, double[][] allowed) {
        for (int i = 0; i < p.length; i++) {
            secondMoment(rho, g[i], i, v, allowed[1]);
            allowed[2][i] = step(rate, epsilon, g[i], 0, v[i], LOST_SHARE + lost(rho), i, p);
        }
    }

    static void adam(
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            double[] g,
            double[] m,
            double[] v,
            double[] p,
            double[][] allowed) {
        for (int i = 0; i < p.length; i++) {
            double kept = beta1 * m[i];
            double taken = (1 - beta1) * g[i];
            m[i] = kept + taken;
            allowed[1][i] = Rounding.of(Math.abs(kept) + 2 * Math.abs(taken) + Math.abs(m[i])) + lost(beta1);
            secondMoment(beta2, g[i], i, v, allowed[2]);
            allowed[3][i] = step(stepSize, epsilon, m[i], allowed[1][i], v[i], LOST_SHARE + lost(beta2), i, p);
        }
    }

    static void decay(double rate, double[] p, double[] allowed) {
        for (int i = 0; i < p.length; i++) {
            double loss = rate * p[i];
            p[i] -= loss;
            allowed[i] = Rounding.of(Math.abs(loss) + Math.abs(p[i]));
        }
    }

    static void movingAverage(double decay, double[] p, double[] e, double[] allowed) {
        for (int i = 0; i < p.length; i++) {
            double moved = (1 - decay) * (p[i] - e[i]);
            e[i] += moved;
            allowed[i] = Rounding.of(2 * Math.abs(moved) + Math.abs(e[i]));
        }
    }

    /** What a state, decaying by a factor, is off by at most that became +0. */
    private static double lost(double factor) {
        return OrderedOptimizers.stateFloor((float) factor);
    }

    /** Nothing cancels: the new square goes through four roundings, the old mean through two. */
    private static void secondMoment(double keep, double g, int i, double[] v, double[] allowed) {
        v[i] = keep * v[i] + (1 - keep) * g * g;
        allowed[i] = Rounding.relative(v[i], 4) + LOST_SHARE + lost(keep);
    }

    /** The denominator is off by at most 5 roundings and what v lost, the quotient by one more and by its numerator's error. */
    private static double step(
            double rate,
            double epsilon,
            double numerator,
            double numeratorError,
            double v,
            double lostOfV,
            int i,
            double[] p) {
        double denominator = Math.sqrt(v) + epsilon;
        double quotient = numerator / denominator;
        double error = numeratorError / denominator
                + Math.abs(quotient) * (6 * Rounding.UNIT + Math.sqrt(lostOfV) / denominator)
                + Rounding.TINY;
        p[i] -= rate * quotient;
        return rate * error + Rounding.of(Math.abs(rate * quotient) + Math.abs(p[i]));
    }
}
