package joust.metrics;

import java.util.Arrays;

/**
 * The density that samples in one dimension come from, estimated with Epanechnikov's kernel (Epanechnikov 1969): {@code Σ ¾ (1 - u²)/(n h)}
 * over the samples with |u| below 1, u their distance in bandwidths h.
 */
public final class KernelDensity {
    private static final double KERNEL_HEIGHT = 0.75;

    private final float[] sorted;
    private final double bandwidth;

    /**
     * Keeps a sorted copy.
     *
     * @param samples at least one; NaN belongs to no density and lowers all of it
     * @param bandwidth h, finite and above 0
     */
    public KernelDensity(float[] samples, double bandwidth) {
        if (samples.length == 0 || !(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("kernel density: " + samples.length + " samples and a bandwidth of "
                    + bandwidth + ", expected at least one sample and a finite bandwidth above 0");
        }
        this.sorted = samples.clone();
        this.bandwidth = bandwidth;
        Arrays.sort(sorted);
    }

    /** The density at a point. */
    public double at(double x) {
        double sum = 0;
        for (int i = firstAbove(x - bandwidth); i < sorted.length && sorted[i] < x + bandwidth; i++) {
            double u = (sorted[i] - x) / bandwidth;
            sum += 1 - u * u;
        }
        return KERNEL_HEIGHT * sum / (sorted.length * bandwidth);
    }

    private int firstAbove(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
