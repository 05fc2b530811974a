package joust.gan;

import joust.backend.Activation;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer.
 *
 * @param width how many outputs it has, at least 1
 * @param slope the factor for negative inputs of leaky ReLU, in (0, 1); null for every other activation
 */
public record LayerConfig(
        int width,
        Activation.Kind activation,
        @Default("null") @Nullable Double slope) {
    public LayerConfig {
        Check.atLeast(1, "width", width);
        if (activation == Activation.Kind.LEAKY_RELU) {
            Check.require(
                    slope != null && slope.floatValue() > 0 && slope.floatValue() < 1,
                    "slope",
                    String.valueOf(slope),
                    "a number in (0, 1)");
        } else {
            Check.require(slope == null, "slope", String.valueOf(slope), "none: only leaky-relu has a slope");
        }
    }

    /** A layer without slope. */
    public static LayerConfig of(int width, Activation.Kind activation) {
        return new LayerConfig(width, activation, null);
    }

    /** A layer of leaky ReLUs. */
    public static LayerConfig leakyRelu(int width, double slope) {
        return new LayerConfig(width, Activation.Kind.LEAKY_RELU, slope);
    }

    /** The activation with its slope. */
    Activation function() {
        return new Activation(activation, slope == null ? 0 : slope.floatValue());
    }
}
