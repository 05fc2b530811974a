package joust.report;

/**
 * What an axis shows.
 *
 * @param low its lower end
 * @param high its upper end, above low
 */
record Range(double low, double high) {
    private static final double MARGIN = 0.1;
    /** Generated points may lie far off at first; they widen the axis by this factor of the data's range at most. */
    private static final double MOST = 0.5;

    /** The range of one column of the real points with a margin, widened to hold generated points that are not far off. */
    static Range of(float[] real, float[] generated, int column, int columns) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = column; i < real.length; i += columns) {
            low = Math.min(low, real[i]);
            high = Math.max(high, real[i]);
        }
        double width = high > low ? high - low : 1;
        double lowest = low - MOST * width;
        double highest = high + MOST * width;
        for (int i = column; i < generated.length; i += columns) {
            low = Math.min(low, Math.max(lowest, Float.isFinite(generated[i]) ? generated[i] : low));
            high = Math.max(high, Math.min(highest, Float.isFinite(generated[i]) ? generated[i] : high));
        }
        return new Range(low - MARGIN * width, high + MARGIN * width);
    }

    /** Equally spaced positions from end to end. */
    double[] points(int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            points[i] = low + (high - low) * i / (count - 1);
        }
        return points;
    }
}
