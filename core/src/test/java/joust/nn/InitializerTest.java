package joust.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import joust.backend.Activation;
import joust.math.HostRandom;
import org.junit.jupiter.api.Test;

/**
 * Statistics of n = 60,000 weights. With four standard errors, a correct mean lies within 4·σ/√n, and a correct variance within
 * 4·σ²·√((κ−1)/n), κ being the kurtosis: 3 of a normal, 9/5 of a uniform; the seeds are fixed, so these hold or fail for good.
 */
class InitializerTest {
    private static final int INPUTS = 200;
    private static final int OUTPUTS = 300;
    private static final int COUNT = INPUTS * OUTPUTS;

    private final TestBackend test = new TestBackend();

    @Test
    void glorotUniformFillsItsInterval() {
        float[] weights = draw(new Initializer.GlorotUniform());
        double limit = Math.sqrt(6.0 / 500);
        checkMoments(weights, 0, limit / Math.sqrt(3), 1.8);
        checkRange(weights, -limit, limit, 1e-3 * limit);
    }

    @Test
    void heNormalLooksAtTheInputsOnly() {
        checkMoments(draw(new Initializer.HeNormal()), 0, Math.sqrt(2.0 / INPUTS), 3);
    }

    @Test
    void normalHasItsMeanAndDeviation() {
        float[] weights = draw(new Initializer.Normal(3, 0.5));
        checkMoments(weights, 3, 0.5, 3);
        assertThat(share(weights, w -> w > 3 + 2 * 0.5 ? 1 : 0))
                .as("beyond two deviations on one side")
                .isBetween(0.02275 - 0.0025, 0.02275 + 0.0025);
    }

    @Test
    void truncatedNormalEndsAtTwoDeviations() {
        float[] weights = draw(new Initializer.TruncatedNormal(0.1));
        // The variance of a normal cut at ±2 is 1 − 4φ(2)/(2Φ(2)−1) = 0.77374; its kurtosis is below a normal's 3.
        checkMoments(weights, 0, 0.1 * 0.87962566, 3);
        checkRange(weights, -0.2, 0.2, 0.001);
    }

    @Test
    void uniformFillsItsInterval() {
        float[] weights = draw(new Initializer.Uniform(2, 6));
        checkMoments(weights, 4, 4 / Math.sqrt(12), 1.8);
        checkRange(weights, 2, 6, 0.004);
    }

    @Test
    void zerosAreZeros() {
        assertThat(draw(new Initializer.Zeros())).containsOnly(0);
    }

    @Test
    void aDeviationOfZeroGivesTheMean() {
        assertThat(draw(new Initializer.Normal(0.25, 0))).containsOnly(0.25f);
        assertThat(draw(new Initializer.Uniform(2, 2))).containsOnly(2);
    }

    @Test
    void weightsAreTheNumbersOfTheStreamLayerByLayerAndBiasesZero() {
        Parameters parameters = parameters(2, 3, 1);
        parameters.values().writeBias(0, new float[] {1, 2, 3});
        parameters.gradients().writeBias(0, new float[] {4, 5, 6});
        new Initializer.Normal(1, 0.5).initialize(parameters, 42, 1);
        HostRandom random = new HostRandom(42, 1, 0);
        float[] expected = new float[9];
        for (int i = 0; i < 9; i++) {
            expected[i] = (float) (1 + 0.5 * random.nextNormal());
        }
        assertThat(parameters.values().readWeight(0)).containsExactly(Arrays.copyOf(expected, 6));
        assertThat(parameters.values().readWeight(1)).containsExactly(expected[6], expected[7], expected[8]);
        assertThat(parameters.values().readBias(0)).containsExactly(0, 0, 0);
        assertThat(parameters.values().readBias(1)).containsExactly(0);
        assertThat(parameters.gradients().readBias(0)).containsExactly(4, 5, 6);
    }

    @Test
    void seedAndStreamDecide() {
        String first = hash(1, 0);
        assertThat(hash(1, 0)).isEqualTo(first);
        assertThat(List.of(hash(1, 1), hash(2, 0), hash(1L << 32, 0)))
                .doesNotContain(first)
                .doesNotHaveDuplicates();
    }

    /** Worked out by hand from Random123's known answer for key 0 and counter 0: 6627e8d5 e169c58d bc57ac4c 9b00dbd8. */
    @Test
    void theFirstWeightsComeFromThePublishedFirstBlock() {
        Parameters parameters = parameters(2, 2);
        new Initializer.Uniform(0, 1).initialize(parameters, 0, 0);
        assertThat(parameters.values().readWeight(0))
                .containsExactly(
                        (float) (0x6627e8d5L * 0x1p-32),
                        (float) (0xe169c58dL * 0x1p-32),
                        (float) (0xbc57ac4cL * 0x1p-32),
                        (float) (0x9b00dbd8L * 0x1p-32));
    }

    @Test
    void badConstantsAreErrors() {
        String deviation = ", expected a finite number of at least 0";
        assertThatThrownBy(() -> new Initializer.Normal(0, -1))
                .hasMessage("initializer: deviation is -1.0" + deviation);
        assertThatThrownBy(() -> new Initializer.TruncatedNormal(Double.NaN))
                .hasMessage("initializer: deviation is NaN" + deviation);
        assertThatThrownBy(() -> new Initializer.TruncatedNormal(Double.POSITIVE_INFINITY))
                .hasMessage("initializer: deviation is Infinity" + deviation);
        assertThatThrownBy(() -> new Initializer.Normal(Double.NaN, 1))
                .hasMessage("initializer: mean is NaN, expected a finite number");
        assertThatThrownBy(() -> new Initializer.Uniform(Double.NEGATIVE_INFINITY, 1))
                .hasMessage("initializer: low is -Infinity, expected a finite number");
        assertThatThrownBy(() -> new Initializer.Uniform(0, Double.NaN))
                .hasMessage("initializer: high is NaN, expected a finite number");
        assertThatThrownBy(() -> new Initializer.Uniform(2, 1))
                .hasMessage("initializer: bounds are 2.0 and 1.0, expected the lower one first");
    }

    private String hash(long seed, int stream) {
        Parameters parameters = parameters(3, 2);
        new Initializer.GlorotUniform().initialize(parameters, seed, stream);
        return parameters.sha256();
    }

    private float[] draw(Initializer initializer) {
        Parameters parameters = parameters(INPUTS, OUTPUTS);
        initializer.initialize(parameters, 5, 0);
        return parameters.values().readWeight(0);
    }

    private Parameters parameters(int... sizes) {
        return Parameters.allocate(test.backend(), NetworkShape.of(Activation.RELU, Activation.RELU, sizes));
    }

    private static void checkMoments(float[] values, double mean, double deviation, double kurtosis) {
        double actualMean = share(values, w -> w);
        double variance = share(values, w -> (w - mean) * (w - mean));
        double meanError = 4 * deviation / Math.sqrt(COUNT);
        double varianceError = 4 * deviation * deviation * Math.sqrt((kurtosis - 1) / COUNT);
        assertThat(actualMean).as("mean").isBetween(mean - meanError, mean + meanError);
        assertThat(variance)
                .as("variance")
                .isBetween(deviation * deviation - varianceError, deviation * deviation + varianceError);
    }

    /** All values lie within bounds that both are nearly reached. */
    private static void checkRange(float[] values, double low, double high, double near) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        assertThat(least).isBetween((double) (float) low, low + near);
        assertThat(greatest).isBetween(high - near, (double) (float) high);
    }

    private static double share(float[] values, DoubleUnaryOperator of) {
        double sum = 0;
        for (float value : values) {
            sum += of.applyAsDouble(value);
        }
        return sum / values.length;
    }
}
