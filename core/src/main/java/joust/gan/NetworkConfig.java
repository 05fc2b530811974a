package joust.gan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network of fully connected layers and how it is trained.
 *
 * @param layers from the first hidden layer to the output; the input's width follows from what the network is given
 * @param outputScale a positive factor of the last layer's outputs
 * @param clamp bounds of the outputs, after scaling; null for none
 * @param l2Decay λ of the term λ/2 times the sum of the squared weights (biases apart) in the loss; 0 for none. Below 0 it rewards
 *     large weights, as the published generator of {@code toy2d} does, whose loss has its sign turned with the decay inside
 * @param weightClip every parameter is cut to ± this after each update (Arjovsky et al. 2017); null for none
 */
public record NetworkConfig(
        List<LayerConfig> layers,
        @Default("{kind: glorot-uniform}") InitializerConfig initializer,
        @Default("1") double outputScale,
        @Default("null") @Nullable ClampConfig clamp,
        @Default("0") double l2Decay,
        @Default("null") @Nullable Double weightClip,
        OptimizerConfig optimizer,
        @Default("{kind: constant}") ScheduleConfig schedule) {
    public NetworkConfig {
        layers = Check.notEmpty("layers", layers);
        Check.positive("outputScale", outputScale);
        Check.finite("l2Decay", l2Decay);
        if (weightClip != null) {
            Check.positive("weightClip", weightClip);
        }
    }

    /** A network without scale, clamp, decay, clipping or schedule. */
    public static NetworkConfig of(List<LayerConfig> layers, InitializerConfig initializer, OptimizerConfig optimizer) {
        return new NetworkConfig(layers, initializer, 1, null, 0, null, optimizer, new ScheduleConfig.Constant());
    }

    /** The last layer. */
    public LayerConfig output() {
        return layers.getLast();
    }

    /** This network with another factor of its outputs. */
    public NetworkConfig withOutputScale(double scale) {
        return new NetworkConfig(layers, initializer, scale, clamp, l2Decay, weightClip, optimizer, schedule);
    }

    /** This network with its outputs cut to [low, high]. */
    public NetworkConfig withClamp(double low, double high) {
        return new NetworkConfig(
                layers, initializer, outputScale, new ClampConfig(low, high), l2Decay, weightClip, optimizer, schedule);
    }

    /** This network with another decay. */
    public NetworkConfig withL2Decay(double decay) {
        return new NetworkConfig(layers, initializer, outputScale, clamp, decay, weightClip, optimizer, schedule);
    }

    /** This network with its parameters cut to ±limit after each update. */
    public NetworkConfig withWeightClip(double limit) {
        return new NetworkConfig(layers, initializer, outputScale, clamp, l2Decay, limit, optimizer, schedule);
    }

    /** This network with another schedule. */
    public NetworkConfig withSchedule(ScheduleConfig other) {
        return new NetworkConfig(layers, initializer, outputScale, clamp, l2Decay, weightClip, optimizer, other);
    }
}
