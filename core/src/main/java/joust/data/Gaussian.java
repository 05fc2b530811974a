package joust.data;

import joust.math.RandomFill;

/**
 * The normal distribution in one dimension. A value is mean + deviation · n in double, rounded once, with n the
 * standard normal of {@link RandomFill#normal}, whose magnitude stays below 5.77. Drawing a part that begins at a
 * multiple of four rows gives the same values as drawing all.
 *
 * @param mean finite
 * @param deviation finite, above 0
 */
public record Gaussian(double mean, double deviation) implements Univariate {
    /** No normal of {@link RandomFill#normal} is as far from 0 as this. */
    static final double REACH = 6;

    /**
     * Throws {@link IllegalArgumentException} if a parameter is out of range, or values would not be finite in float32.
     */
    public Gaussian {
        Draws.checkPositive("normal distribution: deviation", deviation);
        Draws.checkReach("normal distribution of mean " + mean, Math.abs(mean) + REACH * deviation);
    }

    @Override
    public String name() {
        return "normal distribution of mean " + mean + ", deviation " + deviation;
    }

    @Override
    public String toString() {
        return name();
    }

    @Override
    public void draw(long seed, int stream, long position, float[] out, int offset, int rows) {
        Draws.check(this, position, out, offset, rows);
        RandomFill.normal(seed, stream, position, 0, 1, out, offset, rows);
        for (int i = offset; i < offset + rows; i++) {
            out[i] = (float) (mean + deviation * out[i]);
        }
    }

    @Override
    public long blocks(int rows) {
        return RandomFill.blocks(rows);
    }

    @Override
    public double density(double... point) {
        Draws.check(this, point);
        return NormalFunction.density((point[0] - mean) / deviation) / deviation;
    }

    @Override
    public double cumulative(double x) {
        return NormalFunction.cumulative((x - mean) / deviation);
    }
}
