package joust.data;

/** A mixture of equally likely isotropic Gaussians of one deviation, whose centres are its modes. */
public interface Mixture extends KnownDensity {
    /** The centres, one row of {@link #columns()} coordinates per mode; a copy, free to change. */
    double[][] modes();

    /** The standard deviation of each mode in each coordinate, positive. */
    double modeDeviation();
}
