package joust.metrics;

import joust.data.Mixture;

/**
 * How well samples cover the modes of a mixture (Lin et al. 2018, section 4.1). A sample belongs to its nearest mode, and is of high
 * quality if it lies within three deviations of it; samples of a mixture in the plane itself are with probability 1 - exp(-9/2) = 0.989.
 *
 * @param modes modes with at least one sample of high quality
 * @param modesStrict modes with at least a fifth of their fair share of such samples
 * @param highQuality the share of samples of high quality, from 0 to 1
 * @param reverseKl the Kullback-Leibler divergence of the modes' shares of such samples from the uniform distribution, Σ q log(q
 *     modes), in nats: from 0 to the log of the number of modes; NaN without such samples
 */
public record MixtureFit(int modes, int modesStrict, double highQuality, double reverseKl) {
    private static final double REACH = 3;
    private static final double STRICT_SHARE = 0.2;

    /**
     * Counts.
     *
     * @param samples one or more rows, row by row; a row with a NaN is of no quality
     * @throws IllegalArgumentException if these are no whole rows
     */
    public static MixtureFit of(float[] samples, Mixture truth) {
        int columns = truth.columns();
        if (samples.length == 0 || samples.length % columns != 0) {
            throw new IllegalArgumentException(
                    "samples: " + samples.length + " numbers, expected one or more rows of " + columns);
        }
        double[][] centres = truth.modes();
        double reach = REACH * truth.modeDeviation();
        int[] counts = new int[centres.length];
        int rows = samples.length / columns;
        for (int row = 0; row < rows; row++) {
            int mode = nearest(samples, row * columns, centres);
            if (squaredDistance(samples, row * columns, centres[mode]) <= reach * reach) {
                counts[mode]++;
            }
        }
        return of(counts, rows);
    }

    private static MixtureFit of(int[] counts, int rows) {
        int modes = 0;
        int strict = 0;
        int good = 0;
        for (int count : counts) {
            modes += count > 0 ? 1 : 0;
            strict += count >= STRICT_SHARE * rows / counts.length ? 1 : 0;
            good += count;
        }
        double divergence = good == 0 ? Double.NaN : 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / good;
                divergence += share * StrictMath.log(share * counts.length);
            }
        }
        return new MixtureFit(modes, strict, (double) good / rows, divergence);
    }

    private static int nearest(float[] samples, int at, double[][] centres) {
        int nearest = 0;
        for (int i = 1; i < centres.length; i++) {
            if (squaredDistance(samples, at, centres[i]) < squaredDistance(samples, at, centres[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double squaredDistance(float[] samples, int at, double[] centre) {
        double sum = 0;
        for (int j = 0; j < centre.length; j++) {
            double difference = samples[at + j] - centre[j];
            sum += difference * difference;
        }
        return sum;
    }
}
