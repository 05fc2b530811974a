package joust.gan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network of fully connected layers and how it is trained.
 *
 * @param layers from the first hidden layer to the output; the input's width follows from what the network is given
 * @param biasDeviation the standard deviation of the normal distribution that hidden biases start from; 0 for biases of 0. Hidden units
 *     without biases all bend at the origin, which takes long to unlearn where the data lie around several places
 * @param outputScale a positive factor of the last layer's outputs
 * @param clamp bounds of the outputs, after scaling; null for none
 * @param l2Decay λ of the term λ/2 times the sum of the squared weights (biases apart) in the loss; 0 for none. Below 0 it rewards
 *     large weights, as the published generator of {@code toy2d} does, whose loss has its sign turned with the decay inside
 * @param weightClip every parameter is cut to ± this after each update (Arjovsky et al. 2017); null for none
 * @param optimizer how the parameters follow their gradients
 * @param schedule how the learning rate moves over the run
 * @param momentumSchedule how the momentum moves over the run, as a factor of the optimizer's; null for not at all
 * @param spectralNorm whether the network computes with its weights divided by their largest singular value (Miyato et al. 2018); for
 *     the discriminator
 */
public record NetworkConfig(
        List<LayerConfig> layers,
        @Default("{kind: glorot-uniform}") InitializerConfig initializer,
        @Default("0") double biasDeviation,
        @Default("1") double outputScale,
        @Default("null") @Nullable ClampConfig clamp,
        @Default("0") double l2Decay,
        @Default("null") @Nullable Double weightClip,
        OptimizerConfig optimizer,
        @Default("{kind: constant}") ScheduleConfig schedule,
        @Default("null") @Nullable ScheduleConfig momentumSchedule,
        @Default("false") boolean spectralNorm) {
    public NetworkConfig {
        layers = Check.notEmpty("layers", layers);
        Check.notNegative("biasDeviation", biasDeviation);
        Check.positive("outputScale", outputScale);
        Check.finite("l2Decay", l2Decay);
        if (weightClip != null) {
            Check.positive("weightClip", weightClip);
        }
        if (momentumSchedule != null) {
            Check.require(
                    optimizer instanceof OptimizerConfig.Momentum || optimizer instanceof OptimizerConfig.Nesterov,
                    "momentumSchedule",
                    "present",
                    "none unless optimizer.kind is momentum or nesterov");
            double greatest = optimizer.momentum() * momentumSchedule.greatestFactor();
            Check.require(
                    greatest < 1, "momentumSchedule", greatest, "a schedule under which the momentum stays below 1");
        }
    }

    /** A network without scale, clamp, decay, clipping or schedule. */
    public static NetworkConfig of(List<LayerConfig> layers, InitializerConfig initializer, OptimizerConfig optimizer) {
        return new NetworkConfig(
                layers, initializer, 0, 1, null, 0, null, optimizer, new ScheduleConfig.Constant(), null, false);
    }

    /** The last layer. */
    public LayerConfig output() {
        return layers.getLast();
    }

    /** This network with hidden biases that start from a normal distribution. */
    public NetworkConfig withBiasDeviation(double deviation) {
        return new NetworkConfig(
                layers,
                initializer,
                deviation,
                outputScale,
                clamp,
                l2Decay,
                weightClip,
                optimizer,
                schedule,
                momentumSchedule,
                spectralNorm);
    }

    /** This network with another factor of its outputs. */
    public NetworkConfig withOutputScale(double scale) {
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                scale,
                clamp,
                l2Decay,
                weightClip,
                optimizer,
                schedule,
                momentumSchedule,
                spectralNorm);
    }

    /** This network with its outputs cut to [low, high]. */
    public NetworkConfig withClamp(double low, double high) {
        ClampConfig bounds = new ClampConfig(low, high);
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                outputScale,
                bounds,
                l2Decay,
                weightClip,
                optimizer,
                schedule,
                momentumSchedule,
                spectralNorm);
    }

    /** This network with another decay. */
    public NetworkConfig withL2Decay(double decay) {
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                outputScale,
                clamp,
                decay,
                weightClip,
                optimizer,
                schedule,
                momentumSchedule,
                spectralNorm);
    }

    /** This network with its parameters cut to ±limit after each update. */
    public NetworkConfig withWeightClip(double limit) {
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                outputScale,
                clamp,
                l2Decay,
                limit,
                optimizer,
                schedule,
                momentumSchedule,
                spectralNorm);
    }

    /** This network with another schedule. */
    public NetworkConfig withSchedule(ScheduleConfig other) {
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                outputScale,
                clamp,
                l2Decay,
                weightClip,
                optimizer,
                other,
                momentumSchedule,
                spectralNorm);
    }

    /** This network with a schedule of its momentum. */
    public NetworkConfig withMomentumSchedule(ScheduleConfig other) {
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                outputScale,
                clamp,
                l2Decay,
                weightClip,
                optimizer,
                schedule,
                other,
                spectralNorm);
    }

    /** This network with its weights divided by their largest singular value. */
    public NetworkConfig withSpectralNorm() {
        return new NetworkConfig(
                layers,
                initializer,
                biasDeviation,
                outputScale,
                clamp,
                l2Decay,
                weightClip,
                optimizer,
                schedule,
                momentumSchedule,
                true);
    }
}
