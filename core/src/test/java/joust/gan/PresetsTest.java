package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import joust.backend.Activation.Kind;
import org.junit.jupiter.api.Test;

class PresetsTest {
    @Test
    void everyNameHasAPresetOfThatName() {
        assertThat(Presets.names())
                .containsExactly(
                        "digits",
                        "digits-conditional",
                        "mnist",
                        "mnist-tuned",
                        "mnist-smooth",
                        "fashion",
                        "gaussian1d",
                        "gaussian1d-tuned",
                        "theory",
                        "toy1d",
                        "toy2d",
                        "ring8",
                        "grid25");
        for (String name : Presets.names()) {
            assertThat(Presets.get(name).name()).isEqualTo(name);
            assertThat(Presets.get(name).description()).isNotBlank();
            assertThat(Presets.get(name).seed()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownNameIsRefusedWithTheNearestOne() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Presets.get("digit"))
                .withMessageStartingWith("preset: digit, expected one of digits, digits-conditional, mnist, ")
                .withMessageEndingWith("; the nearest is digits");
    }

    @Test
    void digitsHasTheNetworksItIsKnownFor() {
        GanConfig digits = Presets.get("digits");

        assertThat(GanNetworks.generatorShape(digits).sizes()).isEqualTo("64-128-256-64");
        assertThat(GanNetworks.discriminatorShape(digits).sizes()).isEqualTo("64-256-128-1");
        assertThat(digits.data()).isEqualTo(new DataConfig.Digits());
    }

    @Test
    void mnistIsTheKerasGuides() {
        GanConfig mnist = Presets.get("mnist");
        OptimizerConfig adam = new OptimizerConfig.Adam(0.001, 0.9, 0.999, 1e-7);

        assertThat(GanNetworks.generatorShape(mnist).parameterCount()).isEqualTo(559_632);
        assertThat(GanNetworks.discriminatorShape(mnist).parameterCount()).isEqualTo(533_505);
        assertThat(mnist.generator().layers().stream().map(LayerConfig::activation))
                .containsExactly(Kind.RELU, Kind.RELU, Kind.SIGMOID);
        assertThat(mnist.discriminator().layers().stream().map(LayerConfig::activation))
                .containsExactly(Kind.RELU, Kind.RELU, Kind.IDENTITY);
        assertThat(List.of(mnist.generator(), mnist.discriminator())).allSatisfy(network -> {
            assertThat(network.optimizer()).isEqualTo(adam);
            assertThat(network.initializer()).isEqualTo(new InitializerConfig.GlorotUniform());
            assertThat(network.schedule()).isEqualTo(new ScheduleConfig.Constant());
        });
        assertThat(mnist.noise()).isEqualTo(new NoiseConfig.Normal(100, 0, 1));
        assertThat(mnist.loss()).isEqualTo(new LossConfig(LossFunction.NON_SATURATING, 1));
        assertThat(mnist.batch()).isEqualTo(new BatchConfig(128, BatchConfig.Layout.REAL_FIRST, false));
        assertThat(mnist.updates()).isEqualTo(UpdateConfig.ALTERNATING);
        assertThat(mnist.steps()).isEqualTo(10_000);
        assertThat(mnist.movingAverageDecay()).isNull();
    }

    @Test
    void gaussian1dIsTheTutorials() {
        GanConfig gaussian = Presets.get("gaussian1d");

        assertThat(GanNetworks.generatorShape(gaussian).sizes()).isEqualTo("1-10-10-1");
        assertThat(GanNetworks.discriminatorShape(gaussian).sizes()).isEqualTo("1-10-10-1");
        assertThat(List.of(gaussian.generator(), gaussian.discriminator())).allSatisfy(network -> {
            assertThat(network.layers()).extracting(LayerConfig::activation).containsOnly(Kind.TANH);
            assertThat(network.initializer()).isEqualTo(new InitializerConfig.Normal(1));
            assertThat(network.optimizer()).isEqualTo(new OptimizerConfig.Momentum(0.001, 0.6));
            assertThat(network.schedule()).isEqualTo(new ScheduleConfig.Staircase(0.95, 4));
        });
        assertThat(gaussian.data()).isEqualTo(new DataConfig.Gaussian(0, 1));
        assertThat(gaussian.noise()).isEqualTo(new NoiseConfig.Stratified(-3, 3, 0.01));
        assertThat(gaussian.generator().outputScale()).isEqualTo(5);
        assertThat(gaussian.discriminator().outputScale()).isEqualTo(1);
        assertThat(gaussian.discriminator().clamp()).isEqualTo(new ClampConfig(0.01, 0.99));
        assertThat(gaussian.loss()).isEqualTo(new LossConfig(LossFunction.CLAMPED_NON_SATURATING, 1));
        assertThat(gaussian.batch()).isEqualTo(new BatchConfig(200, BatchConfig.Layout.APART, true));
        assertThat(gaussian.preTraining())
                .isEqualTo(new PreTrainingConfig(
                        1_000, 3, new OptimizerConfig.Momentum(0.001, 0.6), new ScheduleConfig.Constant()));
        assertThat(gaussian.steps()).isEqualTo(10_000);
    }

    @Test
    void toy2dIsThePublishedOne() {
        GanConfig toy = Presets.get("toy2d");

        assertThat(GanNetworks.generatorShape(toy).sizes()).isEqualTo("2-64-64-2");
        assertThat(GanNetworks.discriminatorShape(toy).sizes()).isEqualTo("2-64-64-2");
        assertThat(List.of(toy.generator(), toy.discriminator())).allSatisfy(network -> {
            assertThat(network.layers())
                    .extracting(LayerConfig::activation)
                    .containsExactly(Kind.RELU, Kind.RELU, Kind.IDENTITY);
            assertThat(network.initializer()).isEqualTo(new InitializerConfig.TruncatedNormal(1));
            assertThat(network.optimizer()).isEqualTo(new OptimizerConfig.Sgd(0.01));
        });
        assertThat(toy.data())
                .isEqualTo(new DataConfig.MultivariateGaussian(
                        List.of(1.0, 1.0), List.of(List.of(1.0, 0.8), List.of(0.8, 1.0))));
        assertThat(toy.noise()).isEqualTo(new NoiseConfig.Uniform(2, 0, 1));
        assertThat(toy.generator().l2Decay()).isEqualTo(-0.005);
        assertThat(toy.discriminator().l2Decay()).isEqualTo(0.005);
        assertThat(toy.loss()).isEqualTo(new LossConfig(LossFunction.TWO_CLASS_CROSS_ENTROPY, 1));
        assertThat(toy.batch()).isEqualTo(new BatchConfig(500, BatchConfig.Layout.GENERATED_FIRST, false));
        assertThat(toy.updates().noise()).isEqualTo(UpdateConfig.NoiseUse.SHARED);
        assertThat(toy.updates().order()).isEqualTo(UpdateConfig.Order.DISCRIMINATOR_FIRST);
        assertThat(toy.updates().mode()).isEqualTo(UpdateConfig.Mode.ALTERNATING);
        assertThat(toy.logEvery()).isEqualTo(200);
    }

    @Test
    void theConditionalDigitsAreTheDigitsWithTheirClasses() {
        GanConfig conditional = Presets.get("digits-conditional");

        assertThat(GanNetworks.generatorShape(conditional).sizes()).isEqualTo("74-128-256-64");
        assertThat(GanNetworks.discriminatorShape(conditional).sizes()).isEqualTo("74-256-128-1");
        assertThat(conditional.batch()).isEqualTo(Presets.get("digits").batch().withClasses(10));
    }

    @Test
    void theMixturesAreThoseOfThePaper() {
        assertThat(Presets.get("ring8").data()).isEqualTo(new DataConfig.Ring(8, 2, 0.01));
        assertThat(Presets.get("grid25").data()).isEqualTo(new DataConfig.Grid(5, 2, 0.05));
        for (String name : List.of("ring8", "grid25")) {
            assertThat(GanNetworks.discriminatorShape(Presets.get(name)).inputs())
                    .isEqualTo(4);
            assertThat(Presets.get(name).loss().penalty()).isEqualTo(new PenaltyConfig.R1(0.1));
        }
        assertThat(Presets.get("ring8").noise().dimension()).isEqualTo(16);
        assertThat(Presets.get("grid25").noise().dimension()).isEqualTo(2);
    }

    @Test
    void toy1dIsToy2dInOneDimension() {
        GanConfig one = Presets.get("toy1d");
        GanConfig two = Presets.get("toy2d");

        assertThat(GanNetworks.generatorShape(one).sizes()).isEqualTo("1-64-64-1");
        assertThat(GanNetworks.discriminatorShape(one).sizes()).isEqualTo("1-64-64-2");
        assertThat(one.data()).isEqualTo(new DataConfig.Gaussian(1, 1));
        assertThat(one.loss()).isEqualTo(two.loss());
        assertThat(one.batch()).isEqualTo(two.batch());
        assertThat(one.updates()).isEqualTo(two.updates());
        assertThat(one.generator().optimizer()).isEqualTo(two.generator().optimizer());
        assertThat(one.generator().l2Decay()).isEqualTo(two.generator().l2Decay());
    }
}
