package joust.gan;

/** The distribution of the generator's input. */
public sealed interface NoiseConfig {
    /** How many numbers make one input row, at least 1. */
    int dimension();

    /** Independent uniform numbers in [low, high], {@code high} by rounding alone. */
    record Uniform(
            int dimension,
            @Default("-1") double low,
            @Default("1") double high) implements NoiseConfig {
        public Uniform {
            Check.atLeast(1, "dimension", dimension);
            Check.ascending(low, high);
        }
    }

    /** Independent normal numbers; {@code deviation} is the standard deviation, positive. */
    record Normal(
            int dimension,
            @Default("0") double mean,
            @Default("1") double deviation) implements NoiseConfig {
        public Normal {
            Check.atLeast(1, "dimension", dimension);
            Check.finite("mean", mean);
            Check.positive("deviation", deviation);
        }
    }

    /**
     * One number per row: row i of n is {@code low + (high - low) i/(n - 1)}, plus a number uniform in [0, jitter). Sorted where the
     * jitter is at most the distance of neighbours.
     */
    record Stratified(double low, double high, @Default("0") double jitter) implements NoiseConfig {
        public Stratified {
            Check.ascending(low, high);
            Check.notNegative("jitter", jitter);
        }

        @Override
        public int dimension() {
            return 1;
        }
    }
}
