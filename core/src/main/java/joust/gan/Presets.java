package joust.gan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joust.backend.Activation.Kind;
import joust.backend.NearestName;

/** The systems that come with Joust, ready to train. */
public final class Presets {
    private static final Map<String, GanConfig> BY_NAME = Stream.of(digits(), mnist(), gaussian1d(), toy2d())
            .collect(Collectors.toMap(
                    GanConfig::name, Function.identity(), (first, second) -> first, LinkedHashMap::new));

    private Presets() {}

    /** The names, in the order in which a user should meet them. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /**
     * The preset of a name.
     *
     * @throws ConfigException if there is none, naming the nearest one
     */
    public static GanConfig get(String name) {
        Objects.requireNonNull(name, "name");
        GanConfig found = BY_NAME.get(name);
        if (found == null) {
            throw new ConfigException(
                    "preset",
                    name,
                    "one of " + String.join(", ", names()) + "; the nearest is " + NearestName.of(name, names()));
        }
        return found;
    }

    /** Handwritten digits of 8x8 pixels, embedded in Joust. */
    private static GanConfig digits() {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(5e-4, 0.5, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                "digits",
                "Handwritten digits of 8x8 pixels, embedded in Joust",
                new DataConfig.Digits(),
                new NoiseConfig.Normal(64, 0, 1),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(128, Kind.RELU),
                                LayerConfig.of(256, Kind.RELU),
                                LayerConfig.of(64, Kind.SIGMOID)),
                        initializer,
                        optimizer),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.leakyRelu(256, 0.2),
                                LayerConfig.leakyRelu(128, 0.2),
                                LayerConfig.of(1, Kind.IDENTITY)),
                        initializer,
                        optimizer),
                new LossConfig(LossFunction.NON_SATURATING, 0.9),
                BatchConfig.of(64),
                UpdateConfig.ALTERNATING,
                null,
                0.999,
                10_000,
                1,
                200);
    }

    /** The Keras guide's GAN, on the data it stands for. */
    private static GanConfig mnist() {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(1e-3, 0.9, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                "mnist",
                "MNIST or Fashion-MNIST from IDX files, with the networks and settings of the Keras guide",
                new DataConfig.Idx(null),
                new NoiseConfig.Normal(100, 0, 1),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(256, Kind.RELU),
                                LayerConfig.of(512, Kind.RELU),
                                LayerConfig.of(784, Kind.SIGMOID)),
                        initializer,
                        optimizer),
                NetworkConfig.of(
                        List.of(
                                LayerConfig.of(512, Kind.RELU),
                                LayerConfig.of(256, Kind.RELU),
                                LayerConfig.of(1, Kind.IDENTITY)),
                        initializer,
                        optimizer),
                LossConfig.of(LossFunction.NON_SATURATING),
                new BatchConfig(128, BatchConfig.Layout.REAL_FIRST, false),
                UpdateConfig.ALTERNATING,
                null,
                null,
                10_000,
                1,
                100);
    }

    /** A tutorial of 2016 that extends Eric Jang's: a generator learns a normal distribution, and its density can be watched. */
    private static GanConfig gaussian1d() {
        OptimizerConfig optimizer = new OptimizerConfig.Momentum(0.001, 0.6);
        ScheduleConfig schedule = new ScheduleConfig.Staircase(0.95, 4);
        InitializerConfig initializer = new InitializerConfig.Normal(1);
        List<LayerConfig> layers =
                List.of(LayerConfig.of(10, Kind.TANH), LayerConfig.of(10, Kind.TANH), LayerConfig.of(1, Kind.TANH));
        NetworkConfig network = NetworkConfig.of(layers, initializer, optimizer).withSchedule(schedule);
        return new GanConfig(
                "gaussian1d",
                "A normal distribution in one dimension; the discriminator starts from its density",
                new DataConfig.Gaussian(0, 1),
                new NoiseConfig.Stratified(-3, 3, 0.01),
                network.withOutputScale(5),
                network.withClamp(0.01, 0.99),
                LossConfig.of(LossFunction.CLAMPED_NON_SATURATING),
                new BatchConfig(200, BatchConfig.Layout.APART, true),
                UpdateConfig.ALTERNATING,
                new PreTrainingConfig(1_000, 3, optimizer, new ScheduleConfig.Constant()),
                null,
                10_000,
                1,
                100);
    }

    /** A blog post of 2016 on GANs at NIPS, with its generator loss as published: the minus turns the decay's sign too. */
    private static GanConfig toy2d() {
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
                new UpdateConfig(
                        UpdateConfig.Mode.ALTERNATING,
                        UpdateConfig.Order.DISCRIMINATOR_FIRST,
                        1,
                        1,
                        UpdateConfig.NoiseUse.SHARED),
                null,
                null,
                10_000,
                1,
                200);
    }
}
