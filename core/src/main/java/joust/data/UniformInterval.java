package joust.data;

import joust.math.RandomFill;

/**
 * The uniform distribution on an interval. A value is low + (high − low) · u in double, rounded once, with u a multiple
 * of 2⁻²⁴ in [0, 1); rounding may give the float32 nearest to {@code high}. Drawing a part that begins at a multiple of
 * four rows gives the same values as drawing all.
 *
 * @param low finite in float32
 * @param high finite in float32, above {@code low}
 */
public record UniformInterval(double low, double high) implements Univariate {
    /** Throws {@link IllegalArgumentException} if an end is not finite in float32, or low is not below high. */
    public UniformInterval {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "uniform distribution: expected low below high, found " + low + " and " + high);
        }
        Draws.checkReach("uniform distribution", Math.max(Math.abs(low), Math.abs(high)));
    }

    @Override
    public String name() {
        return "uniform distribution from " + low + " to " + high;
    }

    @Override
    public String toString() {
        return name();
    }

    @Override
    public void draw(long seed, int stream, long position, float[] out, int offset, int rows) {
        Draws.check(this, position, out, offset, rows);
        RandomFill.uniform(seed, stream, position, 0, 1, out, offset, rows);
        for (int i = offset; i < offset + rows; i++) {
            out[i] = (float) (low + (high - low) * out[i]);
        }
    }

    @Override
    public long blocks(int rows) {
        return RandomFill.blocks(rows);
    }

    @Override
    public double mean() {
        return (low + high) / 2;
    }

    @Override
    public double deviation() {
        return (high - low) / StrictMath.sqrt(12);
    }

    /** {@inheritDoc} The ends belong to the interval. */
    @Override
    public double density(double... point) {
        Draws.check(this, point);
        double x = point[0];
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        return x < low || x > high ? 0 : 1 / (high - low);
    }

    @Override
    public double cumulative(double x) {
        return Math.clamp((x - low) / (high - low), 0.0, 1.0);
    }
}
