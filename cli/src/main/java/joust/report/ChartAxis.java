package joust.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an axis of a chart shows.
 *
 * @param low its lower end, positive where it is logarithmic
 * @param high its upper end, above low
 */
record ChartAxis(double low, double high, boolean logarithmic) {
    private static final double MARGIN = 0.04;
    private static final double FAR = 1;
    private static final double LEAST = 1e-12;

    /** A linear axis. */
    static ChartAxis of(double low, double high) {
        return new ChartAxis(low, high, false);
    }

    /** A linear axis that holds all finite numbers, with a margin. */
    static ChartAxis around(double[]... values) {
        return withMargin(ends(values, Double.NEGATIVE_INFINITY));
    }

    /** A linear axis that holds all finite numbers but those far off from nine in ten: the first steps of a run often are. */
    static ChartAxis aroundMost(double[]... values) {
        double[] ends = ends(values, Double.NEGATIVE_INFINITY);
        double[] finite = finite(values, Double.NEGATIVE_INFINITY);
        if (finite.length == 0) {
            return withMargin(ends);
        }
        double low = finite[finite.length / 20];
        double high = finite[finite.length - 1 - finite.length / 20];
        double reach = FAR * (high - low);
        return withMargin(new double[] {Math.max(ends[0], low - reach), Math.min(ends[1], high + reach)});
    }

    private static ChartAxis withMargin(double[] ends) {
        double width = ends[1] > ends[0] ? ends[1] - ends[0] : Math.max(1, Math.abs(ends[0]));
        return new ChartAxis(ends[0] - MARGIN * width, ends[1] + MARGIN * width, false);
    }

    /** A linear axis from the first to the last of ascending numbers. */
    static ChartAxis along(double[] values) {
        double[] ends = ends(new double[][] {values}, Double.NEGATIVE_INFINITY);
        return new ChartAxis(ends[0], ends[1] > ends[0] ? ends[1] : ends[0] + 1, false);
    }

    /** This axis where it holds a value, else one that goes on as far as to that; NaN asks for nothing. */
    ChartAxis holding(double value) {
        if (value < low) {
            return new ChartAxis(value - MARGIN * (high - value), high, logarithmic);
        }
        return value > high ? new ChartAxis(low, value + MARGIN * (value - low), logarithmic) : this;
    }

    /** A logarithmic axis that holds all finite positive numbers. */
    static ChartAxis logarithmicAround(double[]... values) {
        double[] ends = ends(values, LEAST);
        return new ChartAxis(ends[0] / 1.5, ends[1] * 1.5, true);
    }

    private static double[] ends(double[][] values, double above) {
        double[] finite = finite(values, above);
        return finite.length == 0 ? new double[] {1, 2} : new double[] {finite[0], finite[finite.length - 1]};
    }

    private static double[] finite(double[][] values, double above) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> Double.isFinite(value) && value > above)
                .sorted()
                .toArray();
    }

    /** Where a value lies, 0 being the lower end and 1 the upper; not finite where it has no place. */
    double share(double value) {
        return logarithmic ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
    }

    /** How many finite numbers the axis does not hold. */
    long beyond(double[]... values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> Double.isFinite(value) && !(share(value) >= 0 && share(value) <= 1))
                .count();
    }

    /** Round numbers within the axis, about as many as asked for. */
    List<Double> ticks(int count) {
        return logarithmic ? powers(count) : multiples(count);
    }

    private List<Double> multiples(int count) {
        double raw = (high - low) / count;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double part = raw / power;
        double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> powers(int count) {
        int first = (int) Math.ceil(StrictMath.log10(low));
        int last = (int) Math.floor(StrictMath.log10(high));
        int stride = Math.max(1, (last - first + count) / count);
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            ticks.add(StrictMath.pow(10, exponent));
        }
        return ticks;
    }
}
