package joust.study;

import joust.metrics.BootstrapInterval;

/**
 * A metric over the seeds of a cell.
 *
 * @param interval the mean and how far it may be trusted; its count is that of the runs with a finite value
 * @param least the smallest value
 * @param greatest the greatest value
 */
public record MetricSpread(BootstrapInterval interval, double least, double greatest) {
    /** Of one or more finite values. */
    static MetricSpread of(double... values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return new MetricSpread(BootstrapInterval.of(values), least, greatest);
    }
}
