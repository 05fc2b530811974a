package joust.data;

/** A distribution whose probability density is known in closed form. */
public interface KnownDensity extends GeneratedSamples {
    /**
     * The probability density at a point, computed in double with {@link StrictMath}.
     *
     * @param point one coordinate per column; NaN in, NaN out
     * @return at least 0; 0 at ±∞
     * @throws IllegalArgumentException if the number of coordinates is not {@link #columns()}
     */
    double density(double... point);
}
