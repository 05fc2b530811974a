package joust.metrics;

import joust.data.Univariate;

/** How far a discriminator in one dimension is from ½, which it is everywhere when nobody can tell real from generated. */
public final class DiscriminatorDeviation {
    /** The points over μ ± 3σ at which a discriminator is read. */
    public static final int POINTS = 601;

    private static final int POINTS_PER_DEVIATION = 100;

    private DiscriminatorDeviation() {}

    /** The points: evenly spaced from μ - 3σ to μ + 3σ. */
    public static float[] points(Univariate data) {
        float[] points = new float[POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[i] = (float) (data.mean() + data.deviation() * deviationsOf(i));
        }
        return points;
    }

    /**
     * The greatest |D(x) - ½| over the points within some deviations of the mean; NaN where D(x) is.
     *
     * @param judgements D at {@link #points}
     * @param deviations at least 0; all points lie within 3
     */
    public static double greatest(double[] judgements, double deviations) {
        if (judgements.length != POINTS) {
            throw new IllegalArgumentException("judgements: " + judgements.length + ", expected " + POINTS);
        }
        double greatest = 0;
        for (int i = 0; i < POINTS; i++) {
            if (Math.abs(deviationsOf(i)) <= deviations) {
                greatest = Math.max(greatest, Math.abs(judgements[i] - 0.5));
            }
        }
        return greatest;
    }

    /** How wide the kernel is that estimates a generator's density, in deviations of the data. */
    private static final double BANDWIDTH = 0.1;

    /**
     * The root of the mean squared distance of D from its optimum p/(p + q) (Goodfellow et al. 2014, proposition 1) over the points,
     * weighted by (p + q)/2; p is the density of the data, q that of the generator by {@link KernelDensity}.
     *
     * @param judgements D at {@link #points}
     * @param generated samples of the generator; the density of 100,000 is known to about a hundredth
     */
    public static double fromOptimum(double[] judgements, float[] generated, Univariate data) {
        KernelDensity density = new KernelDensity(generated, BANDWIDTH * data.deviation());
        float[] points = points(data);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < POINTS; i++) {
            double p = data.density(points[i]);
            double q = density.at(points[i]);
            double error = judgements[i] - p / (p + q);
            sum += (p + q) * error * error;
            weights += p + q;
        }
        return Math.sqrt(sum / weights);
    }

    /** Whole hundredths, so that ±1, ±2 and ±3 are met exactly. */
    private static double deviationsOf(int point) {
        return (point - POINTS / 2) / (double) POINTS_PER_DEVIATION;
    }
}
