package joust.gan;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation.Kind;

/** The presets whose data lie in the plane. */
final class PlanePresets {
    /** One update each, the discriminator first, on the same noise. */
    static final UpdateConfig SHARED_NOISE = new UpdateConfig(
            UpdateConfig.Mode.ALTERNATING, UpdateConfig.Order.DISCRIMINATOR_FIRST, 1, 1, UpdateConfig.NoiseUse.SHARED);

    private static final int WIDTH = 128;

    private PlanePresets() {}

    /** A blog post of 2016 on GANs at NIPS, with its generator loss as published: the minus turns the decay's sign too. */
    static GanConfig toy2d() {
        OptimizerConfig optimizer = new OptimizerConfig.Sgd(0.01);
        InitializerConfig initializer = new InitializerConfig.TruncatedNormal(1);
        List<LayerConfig> layers =
                List.of(LayerConfig.of(64, Kind.RELU), LayerConfig.of(64, Kind.RELU), LayerConfig.of(2, Kind.IDENTITY));
        NetworkConfig network = NetworkConfig.of(layers, initializer, optimizer);
        return new GanConfig(
                "toy2d",
                "A correlated normal distribution in two dimensions, with a discriminator of two logits",
                new DataConfig.MultivariateGaussian(List.of(1.0, 1.0), List.of(List.of(1.0, 0.8), List.of(0.8, 1.0))),
                new NoiseConfig.Uniform(2, 0, 1),
                network.withL2Decay(-0.005),
                network.withL2Decay(0.005),
                LossConfig.of(LossFunction.TWO_CLASS_CROSS_ENTROPY),
                new BatchConfig(500, BatchConfig.Layout.GENERATED_FIRST, false),
                SHARED_NOISE,
                null,
                null,
                10_000,
                1,
                200);
    }

    /**
     * Eight narrow modes on a ring (Lin et al. 2018, section 4.1). With more noise than the plane has dimensions a GAN without cure
     * loses some of them; with two it keeps them all, cure or not.
     */
    static GanConfig ring8() {
        return mixture(
                "ring8",
                "Eight narrow Gaussians on a ring; packing and R1 keep every mode",
                new DataConfig.Ring(8, 2, 0.01),
                16,
                0,
                40_000);
    }

    /** Twenty-five modes on a grid (ibid.). Without biases of their own, hidden units would all bend at the mode in the middle. */
    static GanConfig grid25() {
        return mixture(
                "grid25",
                "Twenty-five Gaussians on a grid; packing and R1 keep every mode",
                new DataConfig.Grid(5, 2, 0.05),
                2,
                1,
                40_000);
    }

    private static GanConfig mixture(
            String name, String description, DataConfig data, int noise, double biasDeviation, int steps) {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(3e-3, 0.5, 0.99, 1e-7);
        InitializerConfig initializer = new InitializerConfig.HeNormal();
        ScheduleConfig schedule = new ScheduleConfig.Linear(0.02);
        List<LayerConfig> relu = List.of(LayerConfig.of(WIDTH, Kind.RELU), LayerConfig.of(WIDTH, Kind.RELU));
        List<LayerConfig> leaky = List.of(LayerConfig.leakyRelu(WIDTH, 0.2), LayerConfig.leakyRelu(WIDTH, 0.2));
        return new GanConfig(
                name,
                description,
                data,
                new NoiseConfig.Normal(noise, 0, 1),
                NetworkConfig.of(with(relu, 2), initializer, optimizer)
                        .withBiasDeviation(biasDeviation)
                        .withSchedule(schedule),
                NetworkConfig.of(with(leaky, 1), initializer, optimizer)
                        .withBiasDeviation(2 * biasDeviation)
                        .withSchedule(schedule),
                LossConfig.of(LossFunction.NON_SATURATING).withPenalty(new PenaltyConfig.R1(0.1)),
                BatchConfig.of(256).withPacking(2),
                UpdateConfig.ALTERNATING,
                null,
                0.999,
                steps,
                1,
                500);
    }

    /** Hidden layers followed by a linear output. */
    static List<LayerConfig> with(List<LayerConfig> hidden, int outputs) {
        List<LayerConfig> layers = new ArrayList<>(hidden);
        layers.add(LayerConfig.of(outputs, Kind.IDENTITY));
        return layers;
    }
}
