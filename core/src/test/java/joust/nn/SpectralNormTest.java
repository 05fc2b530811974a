package joust.nn;

import static joust.nn.NormwiseError.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import joust.backend.Activation;
import joust.backend.Backend;
import org.junit.jupiter.api.Test;

class SpectralNormTest {
    private static final int INPUTS = 5;
    private static final int OUTPUTS = 3;

    private final TestBackend test = new TestBackend();
    private final Backend backend = test.backend();
    private final NetworkShape shape = NetworkShape.of(Activation.TANH, Activation.IDENTITY, INPUTS, OUTPUTS, 1);

    @Test
    void thePowerMethodFindsTheLargestSingularValue() {
        try (Parameters parameters = random();
                Workspace workspace = new Workspace(backend)) {
            SpectralNorm norm = new SpectralNorm(workspace, parameters);
            norm.initialize(1, 10, 0);
            for (int i = 0; i < 200; i++) {
                norm.advance();
            }
            double[] weight = doubles(parameters.values().readWeight(0));
            double[] normalised = doubles(norm.normalised().readWeight(0));
            double sigma = Math.sqrt(largestEigenvalue(weight));
            for (int i = 0; i < weight.length; i++) {
                assertThat(normalised[i]).isCloseTo(weight[i] / sigma, within(1e-6));
            }
            assertThat(norm.normalised().readBias(0))
                    .isEqualTo(parameters.values().readBias(0));
            // A weight of one column has its own length as its singular value.
            double[] last = doubles(norm.normalised().readWeight(1));
            assertThat(last[0] * last[0] + last[1] * last[1] + last[2] * last[2])
                    .isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void gradientsPassThroughTheNormalisation() {
        try (Parameters parameters = random();
                Workspace workspace = new Workspace(backend)) {
            SpectralNorm norm = new SpectralNorm(workspace, parameters);
            norm.initialize(1, 10, 0);
            float[] g = new float[INPUTS * OUTPUTS];
            for (int i = 0; i < g.length; i++) {
                g[i] = (i % 4) - 1.5f;
            }
            parameters.gradients().writeWeight(0, g);
            double[] v = doubles(norm.directions().readWeight(0));
            norm.backward();

            double[] w = doubles(parameters.values().readWeight(0));
            double[] u = new double[INPUTS];
            for (int k = 0; k < INPUTS; k++) {
                for (int j = 0; j < OUTPUTS; j++) {
                    u[k] += w[k * OUTPUTS + j] * v[j];
                }
            }
            double square = 0;
            for (double element : u) {
                square += element * element;
            }
            double sigma = Math.sqrt(square);
            double inner = 0;
            for (int i = 0; i < g.length; i++) {
                inner += g[i] * w[i] / sigma;
            }
            float[] actual = parameters.gradients().readWeight(0);
            for (int i = 0; i < g.length; i++) {
                double expected = (g[i] - inner * u[i / OUTPUTS] / sigma * v[i % OUTPUTS]) / sigma;
                assertThat(actual[i]).isCloseTo((float) expected, within(1e-5f));
            }
        }
    }

    @Test
    void aRestoredDirectionGivesTheSameWeights() {
        try (Parameters parameters = random();
                Workspace workspace = new Workspace(backend)) {
            SpectralNorm first = new SpectralNorm(workspace, parameters);
            SpectralNorm second = new SpectralNorm(workspace, parameters);
            first.initialize(1, 10, 0);
            first.advance();
            second.directions().copyFrom(first.directions());
            second.refresh();

            assertThat(second.normalised().sha256())
                    .isEqualTo(first.normalised().sha256());
            second.advance();
            first.advance();
            assertThat(second.directions().sha256())
                    .isEqualTo(first.directions().sha256());
        }
    }

    @Test
    void weightsOfZeroStayZero() {
        try (Parameters parameters = Parameters.allocate(backend, shape);
                Workspace workspace = new Workspace(backend)) {
            SpectralNorm norm = new SpectralNorm(workspace, parameters);
            norm.initialize(1, 10, 0);
            assertThat(norm.normalised().readWeight(0)).containsOnly(0f);
        }
    }

    private Parameters random() {
        Parameters parameters = Parameters.allocate(backend, shape);
        SplittableRandom random = new SplittableRandom(3);
        parameters.values().writeWeight(0, uniform(random, INPUTS * OUTPUTS));
        parameters.values().writeBias(0, uniform(random, OUTPUTS));
        parameters.values().writeWeight(1, uniform(random, OUTPUTS));
        return parameters;
    }

    private static float[] uniform(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    /** The largest eigenvalue of wᵀ w by many steps of the power method in double. */
    private static double largestEigenvalue(double[] w) {
        double[] v = {1, 0.5, 0.25};
        double length = 0;
        for (int step = 0; step < 2_000; step++) {
            double[] next = new double[OUTPUTS];
            for (int k = 0; k < INPUTS; k++) {
                double s = 0;
                for (int j = 0; j < OUTPUTS; j++) {
                    s += w[k * OUTPUTS + j] * v[j];
                }
                for (int j = 0; j < OUTPUTS; j++) {
                    next[j] += w[k * OUTPUTS + j] * s;
                }
            }
            length = Math.sqrt(next[0] * next[0] + next[1] * next[1] + next[2] * next[2]);
            for (int j = 0; j < OUTPUTS; j++) {
                v[j] = next[j] / length;
            }
        }
        return length;
    }
}
