package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What records of a configuration copy and replace, and what cures refuse. */
class ConfigChangesTest {
    private static final OptimizerConfig SGD = new OptimizerConfig.Sgd(0.1);

    @Test
    void listsAreCopied() {
        List<LayerConfig> layers = new ArrayList<>(List.of(LayerConfig.of(1, Kind.RELU)));
        NetworkConfig network = NetworkConfig.of(layers, new InitializerConfig.HeNormal(), SGD);
        layers.clear();

        assertThat(network.layers()).hasSize(1);
        assertThat(network.output()).isEqualTo(LayerConfig.of(1, Kind.RELU));
    }

    @Test
    void whatIsReplacedInANetworkLeavesTheRest() {
        NetworkConfig network =
                NetworkConfig.of(List.of(LayerConfig.of(1, Kind.RELU)), new InitializerConfig.HeNormal(), SGD);
        ScheduleConfig schedule = new ScheduleConfig.Linear(0);
        NetworkConfig other = network.withOutputScale(5)
                .withClamp(-1, 1)
                .withL2Decay(0.5)
                .withWeightClip(2)
                .withSchedule(schedule)
                .withBiasDeviation(0.25)
                .withSpectralNorm();

        assertThat(other)
                .isEqualTo(new NetworkConfig(
                        network.layers(),
                        network.initializer(),
                        0.25,
                        5,
                        new ClampConfig(-1, 1),
                        0.5,
                        2.0,
                        network.optimizer(),
                        schedule,
                        null,
                        true));
    }

    @Test
    void aPathReplacesThatOfDataReadFromOne() {
        assertThat(new DataConfig.Idx(null).withPath("a")).isEqualTo(new DataConfig.Idx("a"));
        assertThat(new DataConfig.Pictures("b").withPath("a")).isEqualTo(new DataConfig.Pictures("a"));
        assertThat(new DataConfig.Csv("b", "last").withPath("a")).isEqualTo(new DataConfig.Csv("a", "last"));
    }

    @Test
    void dataThatAreNotReadFromAPathRefuseOne() {
        List<DataConfig> pathless = List.of(
                new DataConfig.Digits(),
                new DataConfig.Gaussian(0, 1),
                new DataConfig.MultivariateGaussian(List.of(0.0), List.of(List.of(1.0))),
                new DataConfig.Ring(8, 2, 0.01),
                new DataConfig.Grid(5, 2, 0.05));
        List<String> kinds = List.of("digits", "gaussian", "multivariate-gaussian", "ring", "grid");

        for (int i = 0; i < pathless.size(); i++) {
            DataConfig data = pathless.get(i);
            assertThatExceptionOfType(ConfigException.class)
                    .isThrownBy(() -> data.withPath("x"))
                    .withMessage("path: x, expected none: data of kind " + kinds.get(i) + " are not read from a path");
        }
    }

    @Test
    void whatACureCannotBeIsRefused() {
        ScheduleConfig rising = new ScheduleConfig.Linear(1.2);
        NetworkConfig plain =
                NetworkConfig.of(List.of(LayerConfig.of(1, Kind.RELU)), new InitializerConfig.HeNormal(), SGD);
        NetworkConfig fast =
                NetworkConfig.of(plain.layers(), plain.initializer(), new OptimizerConfig.Nesterov(0.1, 0.9));
        assertRefused(() -> BatchConfig.of(10).withPacking(3), "packing: 3, expected a divisor of size, which is 10");
        assertRefused(() -> BatchConfig.of(10).withPacking(0), "packing: 0, expected a divisor of size, which is 10");
        assertRefused(() -> BatchConfig.of(10).withClasses(1), "classes: 1, expected 0 or at least 2");
        assertRefused(
                () -> new BatchConfig(10, BatchConfig.Layout.APART, true).withClasses(2),
                "classes: 2, expected 0 with sorted rows");
        assertRefused(() -> new InstanceNoiseConfig(0, rising), "deviation: 0.0, expected a float32 number above 0");
        assertRefused(() -> new PenaltyConfig.R1(0), "gamma: 0.0, expected a float32 number above 0");
        assertRefused(() -> new PenaltyConfig.WganGp(-1), "weight: -1.0, expected a float32 number above 0");
        assertRefused(
                () -> LossConfig.of(LossFunction.TWO_CLASS_CROSS_ENTROPY).withPenalty(new PenaltyConfig.R1(1)),
                "penalty: present, expected none with two-class-cross-entropy");
        assertRefused(
                () -> plain.withMomentumSchedule(rising),
                "momentumSchedule: present, expected none unless optimizer.kind is momentum or nesterov");
        assertRefused(
                () -> fast.withMomentumSchedule(rising),
                "momentumSchedule: 1.08, expected a schedule under which the momentum stays below 1");
        assertRefused(
                () -> plain.withBiasDeviation(-1),
                "biasDeviation: -1.0, expected a finite float32 number of at least 0");
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatExceptionOfType(ConfigException.class).isThrownBy(making).withMessage(message);
    }
}
