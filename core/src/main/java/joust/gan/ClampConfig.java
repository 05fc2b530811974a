package joust.gan;

/** Bounds that a network's outputs are cut to; the gradient is zero outside of them. */
public record ClampConfig(double low, double high) {
    public ClampConfig {
        Check.finite("low", low);
        Check.finite("high", high);
        Check.require(low < high, "high", high, "a number above low, which is " + low);
    }
}
