package joust.gan;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation.Kind;

/** The presets whose data lie in the plane. */
final class PlanePresets {
    /** One update each, the discriminator first, on the same noise. */
    static final UpdateConfig SHARED_NOISE = new UpdateConfig(
            UpdateConfig.Mode.ALTERNATING, UpdateConfig.Order.DISCRIMINATOR_FIRST, 1, 1, UpdateConfig.NoiseUse.SHARED);

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

    /** Eight modes on a ring, which a GAN without cure loses; its cure is pairs of rows and a penalty at the data. */
    static GanConfig ring8() {
        return mixture(
                "ring8",
                "Eight narrow Gaussians on a ring; packing 2 and R1 keep all modes",
                new DataConfig.Ring(8, 2, 0.01),
                128,
                20_000);
    }

    /** Twenty-five modes on a grid. */
    static GanConfig grid25() {
        return mixture(
                "grid25",
                "Twenty-five Gaussians on a grid; packing 2 and R1 keep all modes",
                new DataConfig.Grid(5, 2, 0.05),
                128,
                20_000);
    }

    private static GanConfig mixture(String name, String description, DataConfig data, int width, int steps) {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(1e-3, 0.5, 0.99, 1e-7);
        InitializerConfig initializer = new InitializerConfig.HeNormal();
        ScheduleConfig schedule = new ScheduleConfig.Linear(0.02);
        List<LayerConfig> hidden = List.of(LayerConfig.of(width, Kind.RELU), LayerConfig.of(width, Kind.RELU));
        List<LayerConfig> leaky = List.of(LayerConfig.leakyRelu(width, 0.2), LayerConfig.leakyRelu(width, 0.2));
        return new GanConfig(
                name,
                description,
                data,
                new NoiseConfig.Normal(2, 0, 1),
                NetworkConfig.of(with(hidden, 2), initializer, optimizer).withSchedule(schedule),
                NetworkConfig.of(with(leaky, 1), initializer, optimizer).withSchedule(schedule),
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
