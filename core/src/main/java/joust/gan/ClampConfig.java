package joust.gan;

/** Bounds that a network's outputs are cut to; the gradient is zero outside of them. */
public record ClampConfig(double low, double high) {
    public ClampConfig {
        Check.ascending(low, high);
    }
}
