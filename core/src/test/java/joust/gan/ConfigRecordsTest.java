package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.stream.Stream;
import joust.backend.Activation;
import joust.backend.Activation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigRecordsTest {
    private static final OptimizerConfig SGD = new OptimizerConfig.Sgd(0.1);
    private static final ScheduleConfig CONSTANT = new ScheduleConfig.Constant();

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void aValueOutOfRangeIsNamedWithItsKeyAndWhatWasExpected(Runnable building, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(building::run)
                .withMessage(message);
    }

    static Stream<Arguments> faults() {
        return Stream.of(optimizers(), networks(), sources(), runs()).flatMap(faults -> faults);
    }

    private static Stream<Arguments> optimizers() {
        return Stream.of(
                fault(() -> new OptimizerConfig.Sgd(0), "learningRate: 0.0, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.Sgd(1e-60), "learningRate: 1.0E-60, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.Sgd(1e60), "learningRate: 1.0E60, expected a float32 number above 0"),
                fault(
                        () -> new OptimizerConfig.Momentum(Double.NaN, 0),
                        "learningRate: NaN, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.Momentum(1, 1), "momentum: 1.0, expected a number in [0, 1)"),
                fault(
                        () -> new OptimizerConfig.Nesterov(-1, 0),
                        "learningRate: -1.0, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.Nesterov(1, -0.1), "momentum: -0.1, expected a number in [0, 1)"),
                fault(
                        () -> new OptimizerConfig.RmsProp(0, 0.9, 1),
                        "learningRate: 0.0, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.RmsProp(1, 1.5, 1), "rho: 1.5, expected a number in [0, 1)"),
                fault(() -> new OptimizerConfig.RmsProp(1, 0, 0), "epsilon: 0.0, expected a float32 number above 0"),
                fault(
                        () -> new OptimizerConfig.Adam(0, 0.9, 0.9, 1),
                        "learningRate: 0.0, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.Adam(1, 1.5, 0.9, 1), "beta1: 1.5, expected a number in [0, 1)"),
                fault(() -> new OptimizerConfig.Adam(1, 0.9, Double.NaN, 1), "beta2: NaN, expected a number in [0, 1)"),
                fault(
                        () -> new OptimizerConfig.Adam(1, 0.9, 0.9, -1),
                        "epsilon: -1.0, expected a float32 number above 0"),
                fault(
                        () -> new OptimizerConfig.AdamW(0, 0.9, 0.9, 1, 0),
                        "learningRate: 0.0, expected a float32 number above 0"),
                fault(() -> new OptimizerConfig.AdamW(1, 1, 0.9, 1, 0), "beta1: 1.0, expected a number in [0, 1)"),
                fault(() -> new OptimizerConfig.AdamW(1, 0.9, 1, 1, 0), "beta2: 1.0, expected a number in [0, 1)"),
                fault(
                        () -> new OptimizerConfig.AdamW(1, 0.9, 0.9, 0, 0),
                        "epsilon: 0.0, expected a float32 number above 0"),
                fault(
                        () -> new OptimizerConfig.AdamW(1, 0.9, 0.9, 1, -1),
                        "weightDecay: -1.0, expected a finite float32 number of at least 0"),
                fault(() -> new ScheduleConfig.Staircase(0, 4), "decay: 0.0, expected a float32 number above 0"),
                fault(() -> new ScheduleConfig.Staircase(1, 0), "stairs: 0, expected a whole number of at least 1"),
                fault(() -> new ScheduleConfig.Exponential(-1), "decay: -1.0, expected a float32 number above 0"),
                fault(
                        () -> new ScheduleConfig.Linear(-1),
                        "end: -1.0, expected a finite float32 number of at least 0"));
    }

    private static Stream<Arguments> networks() {
        List<LayerConfig> layers = List.of(LayerConfig.of(1, Kind.RELU));
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        NetworkConfig network = NetworkConfig.of(layers, initializer, SGD);
        return Stream.of(
                fault(() -> LayerConfig.of(0, Kind.RELU), "width: 0, expected a whole number of at least 1"),
                fault(() -> LayerConfig.leakyRelu(1, 0), "slope: 0.0, expected a number in (0, 1)"),
                fault(() -> LayerConfig.leakyRelu(1, 1), "slope: 1.0, expected a number in (0, 1)"),
                fault(() -> LayerConfig.leakyRelu(1, 1e-60), "slope: 1.0E-60, expected a number in (0, 1)"),
                fault(() -> LayerConfig.of(1, Kind.LEAKY_RELU), "slope: null, expected a number in (0, 1)"),
                fault(
                        () -> new LayerConfig(1, Kind.TANH, 0.1),
                        "slope: 0.1, expected none: only leaky-relu has a slope"),
                fault(() -> new InitializerConfig.Normal(0), "deviation: 0.0, expected a float32 number above 0"),
                fault(
                        () -> new InitializerConfig.TruncatedNormal(-1),
                        "deviation: -1.0, expected a float32 number above 0"),
                fault(() -> new ClampConfig(1, 1), "high: 1.0, expected a number above low, which is 1.0"),
                fault(
                        () -> new ClampConfig(Double.NEGATIVE_INFINITY, 1),
                        "low: -Infinity, expected a finite float32 number"),
                fault(() -> new ClampConfig(0, Double.NaN), "high: NaN, expected a finite float32 number"),
                fault(() -> NetworkConfig.of(List.of(), initializer, SGD), "layers: [], expected at least one entry"),
                fault(() -> network.withOutputScale(0), "outputScale: 0.0, expected a float32 number above 0"),
                fault(
                        () -> network.withL2Decay(Double.POSITIVE_INFINITY),
                        "l2Decay: Infinity, expected a finite float32 number"),
                fault(() -> network.withWeightClip(0), "weightClip: 0.0, expected a float32 number above 0"));
    }

    private static Stream<Arguments> sources() {
        return Stream.of(
                fault(() -> new DataConfig.Gaussian(Double.NaN, 1), "mean: NaN, expected a finite float32 number"),
                fault(() -> new DataConfig.Gaussian(0, 0), "deviation: 0.0, expected a float32 number above 0"),
                fault(() -> new DataConfig.Ring(0, 1, 1), "modes: 0, expected a whole number of at least 1"),
                fault(() -> new DataConfig.Ring(1, 0, 1), "radius: 0.0, expected a float32 number above 0"),
                fault(() -> new DataConfig.Ring(1, 1, 0), "deviation: 0.0, expected a float32 number above 0"),
                fault(() -> new DataConfig.Grid(0, 1, 1), "side: 0, expected a whole number of at least 1"),
                fault(() -> new DataConfig.Grid(1, 0, 1), "spacing: 0.0, expected a float32 number above 0"),
                fault(() -> new DataConfig.Grid(1, 1, 0), "deviation: 0.0, expected a float32 number above 0"),
                fault(() -> new DataConfig.Csv(" ", null), "path:  , expected the path of a file"),
                fault(() -> new DataConfig.Pictures(""), "path: , expected the path of a folder"),
                fault(
                        () -> new DataConfig.MultivariateGaussian(List.of(), List.of()),
                        "mean: [], expected at least one entry"),
                fault(
                        () -> new DataConfig.MultivariateGaussian(List.of(Double.NaN), List.of(List.of(1.0))),
                        "mean: NaN, expected a finite float32 number"),
                fault(
                        () -> new DataConfig.MultivariateGaussian(List.of(0.0), List.of(List.of(1.0, 2.0))),
                        "covariance: [[1.0, 2.0]], expected 1 rows of 1 numbers, as mean has 1"),
                fault(
                        () -> new DataConfig.MultivariateGaussian(List.of(0.0), List.of()),
                        "covariance: [], expected 1 rows of 1 numbers, as mean has 1"),
                fault(
                        () -> new DataConfig.MultivariateGaussian(List.of(0.0), List.of(List.of(Double.NaN))),
                        "covariance: NaN, expected a finite float32 number"),
                fault(() -> new NoiseConfig.Uniform(0, 0, 1), "dimension: 0, expected a whole number of at least 1"),
                fault(() -> new NoiseConfig.Uniform(1, 2, 1), "high: 1.0, expected a number above low, which is 2.0"),
                fault(() -> new NoiseConfig.Normal(0, 0, 1), "dimension: 0, expected a whole number of at least 1"),
                fault(() -> new NoiseConfig.Normal(1, Double.NaN, 1), "mean: NaN, expected a finite float32 number"),
                fault(() -> new NoiseConfig.Normal(1, 0, 0), "deviation: 0.0, expected a float32 number above 0"),
                fault(
                        () -> new NoiseConfig.Stratified(1, 0, 0),
                        "high: 0.0, expected a number above low, which is 1.0"),
                fault(
                        () -> new NoiseConfig.Stratified(0, 1, -1),
                        "jitter: -1.0, expected a finite float32 number of at least 0"));
    }

    private static Stream<Arguments> runs() {
        return Stream.of(
                fault(() -> BatchConfig.of(0), "size: 0, expected a whole number of at least 1"),
                fault(
                        () -> new LossConfig(LossFunction.MINIMAX, 0),
                        "realLabel: 0.0, expected a float32 number in (0, 1]"),
                fault(
                        () -> new LossConfig(LossFunction.MINIMAX, 1e-300),
                        "realLabel: 1.0E-300, expected a float32 number in (0, 1]"),
                fault(
                        () -> new LossConfig(LossFunction.MINIMAX, 1.1),
                        "realLabel: 1.1, expected a float32 number in (0, 1]"),
                fault(
                        () -> new LossConfig(LossFunction.HINGE, 0.9),
                        "realLabel: 0.9, expected 1 with this loss function"),
                fault(
                        () -> new LossConfig(LossFunction.TWO_CLASS_CROSS_ENTROPY, 0.9),
                        "realLabel: 0.9, expected 1 with this loss function"),
                fault(() -> updates(0, 1), "discriminatorSteps: 0, expected a whole number of at least 1"),
                fault(() -> updates(1, 0), "generatorSteps: 0, expected a whole number of at least 1"),
                fault(() -> simultaneous(2, 1), "discriminatorSteps: 2, expected 1 with simultaneous updates"),
                fault(() -> simultaneous(1, 2), "generatorSteps: 2, expected 1 with simultaneous updates"),
                fault(
                        () -> new PreTrainingConfig(0, 3, SGD, CONSTANT),
                        "steps: 0, expected a whole number of at least 1"),
                fault(
                        () -> new PreTrainingConfig(1, 0, SGD, CONSTANT),
                        "deviations: 0.0, expected a float32 number above 0"));
    }

    private static UpdateConfig updates(int ofDiscriminator, int ofGenerator) {
        return new UpdateConfig(
                UpdateConfig.Mode.ALTERNATING,
                UpdateConfig.Order.GENERATOR_FIRST,
                ofDiscriminator,
                ofGenerator,
                UpdateConfig.NoiseUse.FRESH);
    }

    private static UpdateConfig simultaneous(int ofDiscriminator, int ofGenerator) {
        return new UpdateConfig(
                UpdateConfig.Mode.SIMULTANEOUS,
                UpdateConfig.Order.DISCRIMINATOR_FIRST,
                ofDiscriminator,
                ofGenerator,
                UpdateConfig.NoiseUse.FRESH);
    }

    private static Arguments fault(Runnable building, String message) {
        return Arguments.of(building, message);
    }

    @Test
    void valuesAtTheEndsOfTheirRangesAreAccepted() {
        assertThatNoException().isThrownBy(() -> {
            new OptimizerConfig.AdamW(1e-30, 0, 0.999999, 1e-38, 0);
            new OptimizerConfig.Momentum(1, 0);
            new LossConfig(LossFunction.LEAST_SQUARES, 1e-9);
            new NoiseConfig.Stratified(0, 1, 0);
            new ScheduleConfig.Linear(0);
            simultaneous(1, 1);
            updates(5, 7);
            new DataConfig.Ring(1, 1, 1);
        });
    }

    @Test
    void aFaultSeenFromAnEnclosingRecordHasThePathToIt() {
        ConfigException fault = new ConfigException("beta1", 1.5, "a number in [0, 1)")
                .within("optimizer")
                .within("generator");

        assertThat(fault).hasMessage("generator.optimizer.beta1: 1.5, expected a number in [0, 1)");
        assertThat(fault.key()).isEqualTo("generator.optimizer.beta1");
        assertThat(fault.value()).isEqualTo("1.5");
        assertThat(fault.expected()).isEqualTo("a number in [0, 1)");
        assertThat(fault.getCause()).hasMessage("optimizer.beta1: 1.5, expected a number in [0, 1)");
    }

    @Test
    void aLayersActivationHasItsSlope() {
        assertThat(LayerConfig.leakyRelu(3, 0.2).function()).isEqualTo(Activation.leakyRelu(0.2f));
        assertThat(LayerConfig.of(3, Kind.TANH).function()).isEqualTo(Activation.TANH);
    }
}
