package joust.metrics;

import java.util.Arrays;
import joust.data.Univariate;

/**
 * How far samples in one dimension are from a known distribution. Nothing is drawn from that distribution: its cumulative distribution
 * function F is compared with that of the samples, F_n.
 *
 * @param kolmogorovSmirnov the greatest |F_n - F|, from 0 to 1; its critical value at 5 % is 1.358/√n for n independent samples
 *     (Smirnov 1948)
 * @param wasserstein1 the area between F_n and F, which is the Wasserstein-1 distance (Vallender 1974)
 * @param meanError |mean of the samples - mean of the distribution|
 */
public record UnivariateFit(double kolmogorovSmirnov, double wasserstein1, double meanError) {
    /** Beyond so many deviations from the mean there is no area worth its time. */
    private static final double REACH = 12;

    /** The widest piece that one Gauss-Legendre rule covers, in deviations. */
    private static final double PIECE = 1.0 / 16;

    /** Gauss-Legendre nodes and weights of three points on [-1, 1]; the middle node is 0. */
    private static final double NODE = Math.sqrt(0.6);

    private static final double OUTER_WEIGHT = 5.0 / 9;
    private static final double MIDDLE_WEIGHT = 8.0 / 9;
    private static final int BISECTIONS = 50;
    private static final double CRITICAL = 1.358;

    /** What {@link #kolmogorovSmirnov} exceeds with a probability of 5 % for so many independent samples: 1.358/√n. */
    public static double criticalKolmogorovSmirnov(int samples) {
        return CRITICAL / Math.sqrt(samples);
    }

    /**
     * Compares samples with a distribution.
     *
     * @param samples at least one, in any order; left as they are. A NaN or infinite sample makes all three numbers NaN
     */
    public static UnivariateFit of(float[] samples, Univariate truth) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("samples: none, expected at least one");
        }
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        if (!Double.isFinite(sum)) {
            return new UnivariateFit(Double.NaN, Double.NaN, Double.NaN);
        }
        float[] sorted = samples.clone();
        Arrays.sort(sorted);
        return new UnivariateFit(
                greatestDistance(sorted, truth), area(sorted, truth), Math.abs(sum / samples.length - truth.mean()));
    }

    private static double greatestDistance(float[] sorted, Univariate truth) {
        double greatest = 0;
        double n = sorted.length;
        for (int i = 0; i < sorted.length; i++) {
            double f = truth.cumulative(sorted[i]);
            greatest = Math.max(greatest, Math.max(f - i / n, (i + 1) / n - f));
        }
        return greatest;
    }

    /** F_n is 0 before the first sample, i/n between number i and the next, 1 after the last. */
    private static double area(float[] sorted, Univariate truth) {
        int n = sorted.length;
        double lowest = truth.mean() - REACH * truth.deviation();
        double highest = truth.mean() + REACH * truth.deviation();
        double area = area(0, Math.min(lowest, sorted[0]), sorted[0], truth);
        for (int i = 1; i < n; i++) {
            area += area((double) i / n, sorted[i - 1], sorted[i], truth);
        }
        return area + area(1, sorted[n - 1], Math.max(highest, sorted[n - 1]), truth);
    }

    /** The integral of |level - F|, cut where the two cross. */
    private static double area(double level, double from, double to, Univariate truth) {
        double crossing = crossing(level, from, to, truth);
        return Math.abs(integral(level, from, crossing, truth)) + Math.abs(integral(level, crossing, to, truth));
    }

    private static double integral(double level, double from, double to, Univariate truth) {
        int pieces = (int) Math.ceil((to - from) / (PIECE * truth.deviation()));
        double half = (to - from) / (2.0 * pieces);
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double middle = from + (2 * i + 1) * half;
            double outer = 2 * level - truth.cumulative(middle - NODE * half) - truth.cumulative(middle + NODE * half);
            sum += half * (OUTER_WEIGHT * outer + MIDDLE_WEIGHT * (level - truth.cumulative(middle)));
        }
        return sum;
    }

    /** Where F reaches the level, or the end of the interval that is nearer to it. */
    private static double crossing(double level, double from, double to, Univariate truth) {
        if (truth.cumulative(from) >= level) {
            return from;
        }
        if (truth.cumulative(to) <= level) {
            return to;
        }
        double low = from;
        double high = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = low + (high - low) / 2;
            if (truth.cumulative(middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
