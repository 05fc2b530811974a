package joust.data;

/** A distribution of one column. */
public interface Univariate extends KnownDensity {
    /** Always 1. */
    @Override
    default int columns() {
        return 1;
    }

    /** The expected value. */
    double mean();

    /** The standard deviation, positive. */
    double deviation();

    /**
     * The cumulative distribution function: the probability of a value of at most x, computed in double with {@link
     * StrictMath}.
     *
     * @return from 0 to 1; 0 at −∞, 1 at +∞, NaN at NaN
     */
    double cumulative(double x);
}
