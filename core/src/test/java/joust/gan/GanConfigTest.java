package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.stream.Stream;
import joust.backend.Activation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GanConfigTest {
    private static final OptimizerConfig SGD = new OptimizerConfig.Sgd(1);
    private static final InitializerConfig INITIALIZER = new InitializerConfig.GlorotUniform();
    private static final PreTrainingConfig PRE_TRAINING =
            new PreTrainingConfig(1, 3, SGD, new ScheduleConfig.Constant());

    private static final LayerConfig ONE = LayerConfig.of(1, Kind.IDENTITY);

    /** Between one input and one output, a layer this wide makes 2³¹ − 1 parameters. */
    private static final int WIDEST = 715_827_882;

    private static final String LIMIT =
            ", expected a width at which the network's parameters, and its outputs for twice"
                    + " batch.size rows, are at most 2147483647 numbers each";
    private static final String TOO_WIDE_FIRST = "generator.layers[0].width: 536870912" + LIMIT;
    private static final String TOO_WIDE_SECOND = "generator.layers[1].width: 1" + LIMIT;

    @ParameterizedTest(name = "{1}")
    @MethodSource("contradictions")
    void partsThatContradictEachOtherAreNamedByTheirPath(Runnable building, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(building::run)
                .withMessage(message);
    }

    static Stream<Arguments> contradictions() {
        return Stream.concat(ofDiscriminator(), ofTheRest());
    }

    private static Stream<Arguments> ofDiscriminator() {
        return Stream.of(
                fault(
                        SmallRun.gaussian().discriminator(d -> network(LayerConfig.of(2, Kind.IDENTITY))),
                        "discriminator.layers[0].width: 2, expected 1 with this loss.function"),
                fault(
                        SmallRun.gaussian().loss(LossFunction.TWO_CLASS_CROSS_ENTROPY),
                        "discriminator.layers[1].width: 1, expected 2 with this loss.function"),
                fault(
                        SmallRun.gaussian().discriminator(d -> network(LayerConfig.leakyRelu(1, 0.5))),
                        "discriminator.layers[0].activation: leaky-relu, expected identity: this loss.function takes logits"),
                fault(
                        SmallRun.gaussian().discriminator(d -> d.withClamp(-1, 1)),
                        "discriminator.clamp: ClampConfig[low=-1.0, high=1.0], expected none: this loss.function takes logits"),
                fault(
                        SmallRun.gaussian().loss(LossFunction.CLAMPED_MINIMAX),
                        "discriminator.clamp: null, expected bounds within (0, 1): this loss.function takes probabilities"),
                fault(
                        SmallRun.gaussian()
                                .loss(LossFunction.CLAMPED_NON_SATURATING)
                                .discriminator(d -> d.withClamp(0, 0.5)),
                        "discriminator.clamp: ClampConfig[low=0.0, high=0.5], expected bounds within (0, 1): this loss.function takes probabilities"),
                fault(
                        SmallRun.gaussian()
                                .loss(LossFunction.CLAMPED_NON_SATURATING)
                                .discriminator(d -> d.withClamp(0.5, 1)),
                        "discriminator.clamp: ClampConfig[low=0.5, high=1.0], expected bounds within (0, 1): this loss.function takes probabilities"),
                fault(
                        SmallRun.gaussian().loss(LossFunction.WASSERSTEIN),
                        "discriminator.weightClip: none, expected a number above 0 with loss.function wasserstein, or loss.penalty,"
                                + " or discriminator.spectralNorm"));
    }

    private static Stream<Arguments> ofTheRest() {
        return Stream.of(
                fault(
                        SmallRun.gaussian().data(new DataConfig.Digits()),
                        "generator.layers[1].width: 1, expected 64, the columns of the data"),
                fault(
                        SmallRun.gaussian().data(new DataConfig.Ring(8, 2, 1)),
                        "generator.layers[1].width: 1, expected 2, the columns of the data"),
                fault(
                        SmallRun.gaussian().data(new DataConfig.Grid(5, 2, 1)),
                        "generator.layers[1].width: 1, expected 2, the columns of the data"),
                fault(
                        SmallRun.gaussian()
                                .data(new DataConfig.MultivariateGaussian(
                                        List.of(0.0, 0.0, 0.0),
                                        List.of(
                                                List.of(1.0, 0.0, 0.0),
                                                List.of(0.0, 1.0, 0.0),
                                                List.of(0.0, 0.0, 1.0)))),
                        "generator.layers[1].width: 1, expected 3, the columns of the data"),
                fault(
                        SmallRun.gaussian().generator(g -> network(LayerConfig.of(3, Kind.RELU))),
                        "generator.layers[0].width: 3, expected 1, the columns of the data"),
                fault(
                        SmallRun.gaussian()
                                .data(new DataConfig.Csv("x", null))
                                .generator(g -> network(LayerConfig.of(2, Kind.RELU)))
                                .batch(new BatchConfig(1, BatchConfig.Layout.APART, true)),
                        "batch.sortedReal: true, expected false with data of 2 columns"),
                fault(
                        SmallRun.gaussian().data(new DataConfig.Idx(null)).preTraining(PRE_TRAINING),
                        "preTraining: present, expected none unless data.kind is gaussian"),
                fault(
                        SmallRun.gaussian()
                                .loss(LossFunction.TWO_CLASS_CROSS_ENTROPY)
                                .discriminator(d -> network(LayerConfig.of(2, Kind.IDENTITY)))
                                .preTraining(PRE_TRAINING),
                        "preTraining: present, expected none with two-class-cross-entropy"),
                fault(
                        SmallRun.gaussian()
                                .generator(g ->
                                        network(LayerConfig.of(536_870_912, Kind.RELU), LayerConfig.of(1, Kind.RELU))),
                        TOO_WIDE_FIRST),
                fault(SmallRun.gaussian().batch(BatchConfig.of(300_000_000)), "generator.layers[0].width: 5" + LIMIT),
                fault(
                        SmallRun.gaussian().batch(BatchConfig.of(400_000_000)),
                        "noise.dimension: 3, expected a dimension at which twice batch.size rows are at most 2147483647"
                                + " numbers"),
                fault(oneRow().generator(g -> network(LayerConfig.of(536_870_912, Kind.RELU), ONE)), TOO_WIDE_FIRST),
                fault(oneRow().generator(g -> network(LayerConfig.of(536_870_911, Kind.RELU), ONE)), TOO_WIDE_SECOND),
                fault(
                        oneRow().discriminator(d -> network(LayerConfig.of(WIDEST + 1, Kind.RELU), ONE)),
                        "discriminator" + TOO_WIDE_SECOND.substring("generator".length())),
                fault(
                        SmallRun.gaussian()
                                .noise(new NoiseConfig.Normal(1, 0, 1))
                                .generator(g -> network(ONE))
                                .batch(BatchConfig.of(300_000_000)),
                        "discriminator.layers[0].width: 6" + LIMIT),
                fault(
                        SmallRun.gaussian().generator(NetworkConfig::withSpectralNorm),
                        "generator.spectralNorm: true, expected false: the discriminator's weights can be normalised"),
                fault(
                        SmallRun.gaussian().batch(BatchConfig.of(10).withClasses(3)),
                        "batch.classes: 3, expected 0: these data have no classes"),
                fault(
                        SmallRun.gaussian()
                                .data(new DataConfig.Csv("x", "last"))
                                .batch(BatchConfig.of(10).withClasses(3))
                                .updates(PlanePresets.SHARED_NOISE),
                        "batch.classes: 3, expected 0 with updates.noise shared: the generator draws classes of its own"),
                fault(
                        SmallRun.gaussian()
                                .batch(BatchConfig.of(10).withPacking(2))
                                .preTraining(PRE_TRAINING),
                        "preTraining: present, expected none with batch.packing or batch.classes"),
                fault(
                        SmallRun.gaussian()
                                .loss(LossConfig.of(LossFunction.LEAST_SQUARES).withPenalty(new PenaltyConfig.R1(1)))
                                .discriminator(d -> d.withClamp(-1, 1)),
                        "discriminator.clamp: ClampConfig[low=-1.0, high=1.0], expected none with loss.penalty"),
                fault(SmallRun.gaussian().movingAverage(0), "movingAverageDecay: 0.0, expected a number in (0, 1)"),
                fault(SmallRun.gaussian().movingAverage(1), "movingAverageDecay: 1.0, expected a number in (0, 1)"),
                fault(SmallRun.gaussian().logEvery(0), "logEvery: 0, expected a whole number of at least 1"),
                Arguments.of(
                        (Runnable) () -> SmallRun.gaussian().config().withSteps(0),
                        "steps: 0, expected a whole number of at least 1"));
    }

    private static SmallRun oneRow() {
        return SmallRun.gaussian().batch(BatchConfig.of(1));
    }

    private static NetworkConfig network(LayerConfig... layers) {
        return NetworkConfig.of(List.of(layers), INITIALIZER, SGD);
    }

    private static Arguments fault(SmallRun run, String message) {
        return Arguments.of((Runnable) run::config, message);
    }

    @Test
    void partsThatFitAreAccepted() {
        assertThatNoException().isThrownBy(() -> {
            SmallRun.gaussian()
                    .loss(LossFunction.WASSERSTEIN)
                    .discriminator(d -> d.withWeightClip(0.01))
                    .config();
            SmallRun.gaussian()
                    .loss(LossFunction.CLAMPED_MINIMAX)
                    .discriminator(d -> d.withClamp(0.01, 0.99))
                    .preTraining(PRE_TRAINING)
                    .config();
            SmallRun.gaussian()
                    .loss(LossConfig.of(LossFunction.WASSERSTEIN).withPenalty(new PenaltyConfig.WganGp(10)))
                    .config();
            SmallRun.gaussian()
                    .loss(LossFunction.WASSERSTEIN)
                    .discriminator(NetworkConfig::withSpectralNorm)
                    .config();
            SmallRun.gaussian()
                    .loss(LossFunction.LEAST_SQUARES)
                    .discriminator(d -> d.withClamp(-1, 1))
                    .config();
            SmallRun.gaussian()
                    .loss(LossFunction.TWO_CLASS_CROSS_ENTROPY)
                    .discriminator(d -> network(LayerConfig.of(2, Kind.IDENTITY)))
                    .config();
            SmallRun.gaussian()
                    .batch(new BatchConfig(1, BatchConfig.Layout.APART, true))
                    .config();
        });
    }

    @Test
    void asManyParametersAsAnIntCountsAreAccepted() {
        NetworkConfig widest = network(LayerConfig.of(WIDEST, Kind.RELU), ONE);

        assertThatNoException()
                .isThrownBy(() -> oneRow().noise(new NoiseConfig.Normal(1, 0, 1))
                        .generator(g -> widest)
                        .discriminator(d -> widest)
                        .config());
    }

    @Test
    void aNameThatCannotBeAFolderIsRefused() {
        for (String name : List.of("", "a/b", "..", "-x", "a b")) {
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> named(name))
                    .withMessage("name: " + name
                            + ", expected letters, digits, dots, hyphens and underscores, a letter or digit first");
        }
        assertThat(named("My_run-2.1").name()).isEqualTo("My_run-2.1");
    }

    private static GanConfig named(String name) {
        GanConfig config = SmallRun.gaussian().config();
        return new GanConfig(
                name,
                "",
                config.data(),
                config.noise(),
                config.generator(),
                config.discriminator(),
                config.loss(),
                config.batch(),
                config.updates(),
                null,
                null,
                1,
                1,
                1);
    }

    @Test
    void oneValueCanBeReplaced() {
        GanConfig config = SmallRun.gaussian().config();

        assertThat(config.withSeed(7)).isEqualTo(SmallRun.gaussian().seed(7).config());
        assertThat(config.withLogEvery(7))
                .isEqualTo(SmallRun.gaussian().logEvery(7).config());
        assertThat(config.withSteps(7).steps()).isEqualTo(7);
        assertThat(config.withSteps(7).withSteps(config.steps())).isEqualTo(config);
        assertThat(Presets.get("mnist").withDataPath("folder").data()).isEqualTo(new DataConfig.Idx("folder"));
        assertThat(Presets.get("mnist").withDataPath("x").withDataPath("folder"))
                .isEqualTo(Presets.get("mnist").withDataPath("folder"));
    }

    @Test
    void aPathForDataWithoutOneIsNamedByItsWholeKey() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> SmallRun.gaussian().config().withDataPath("x"))
                .withMessage("data.path: x, expected none: data of kind gaussian are not read from a path");
    }
}
