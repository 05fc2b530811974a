package joust.nn;

import static joust.nn.NormwiseError.assertClose;
import static joust.nn.NormwiseError.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Penalties of whole networks and their second derivatives, against central differences of a reference in double. */
class InputGradientPenaltyTest {
    private static final int NETS = 20;
    private static final double TOLERANCE = 1e-4;
    private static final double WEIGHT = 1.5;
    private static final float ALREADY_THERE = 0.25f;

    private final TestBackend test = new TestBackend();
    private final Backend backend = test.backend();

    @ParameterizedTest
    @EnumSource
    void valuesAndGradientsAreThoseOfTheReference(InputGradientPenalty.Kind kind) {
        int curved = 0;
        for (int seed = 0; seed < NETS; seed++) {
            RandomNet net = net(seed);
            Parameters parameters = net.parameters(backend);
            try (Mlp network = new Mlp(parameters, net.head());
                    Workspace workspace = new Workspace(backend)) {
                InputGradientPenalty penalty =
                        new InputGradientPenalty(workspace, network, net.x().size(), kind, WEIGHT);
                Tensor x = net.batch(backend);
                Pass pass = network.pass(x.rows());
                pass.forward(x);
                backend.fill(parameters.gradients().tensor(), 0);
                penalty.addGradients(x, pass);

                double expected = ReferencePenalty.value(net.reference(), net.batch(), kind, WEIGHT);
                assertThat(penalty.value()).isCloseTo(expected, within(1e-5 * expected + 1e-9));
                check("seed " + seed, net, kind, parameters);
                curved += parameters.gradients().readBias(0)[0] != 0 ? 1 : 0;
            }
        }
        assertThat(curved).as("networks whose biases matter").isBetween(5, 19);
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAreAddedToThoseThatAreThere(InputGradientPenalty.Kind kind) {
        RandomNet net = net(4);
        Parameters parameters = net.parameters(backend);
        try (Mlp network = new Mlp(parameters, net.head());
                Workspace workspace = new Workspace(backend)) {
            InputGradientPenalty penalty =
                    new InputGradientPenalty(workspace, network, net.x().size(), kind, WEIGHT);
            Tensor x = net.batch(backend);
            Pass pass = network.pass(x.rows());
            pass.forward(x);
            backend.fill(parameters.gradients().tensor(), 0);
            penalty.addGradients(x, pass);
            float[] alone = parameters.gradients().readWeight(0);
            backend.fill(parameters.gradients().tensor(), ALREADY_THERE);
            penalty.addGradients(x, pass);
            float[] added = parameters.gradients().readWeight(0);

            for (int i = 0; i < alone.length; i++) {
                assertThat(added[i] - ALREADY_THERE).isCloseTo(alone[i], within(1e-6f));
            }
            assertThat(alone).doesNotContain(0f);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNetworkWhoseOutputDoesNotMoveHasFiniteGradients(InputGradientPenalty.Kind kind) {
        NetworkShape shape = NetworkShape.of(Activation.TANH, Activation.IDENTITY, 2, 3, 1);
        try (Parameters parameters = Parameters.allocate(backend, shape);
                Mlp network = new Mlp(parameters);
                Tensor x = test.tensor(2, 2, 1, 2, 3, 4);
                Workspace workspace = new Workspace(backend)) {
            InputGradientPenalty penalty = new InputGradientPenalty(workspace, network, 2, kind, WEIGHT);
            Pass pass = network.pass(2);
            pass.forward(x);
            penalty.addGradients(x, pass);

            assertThat(parameters.gradients().readWeight(0)).containsOnly(0f);
            double expected = kind == InputGradientPenalty.Kind.ZERO ? 0 : WEIGHT;
            assertThat(penalty.value()).isCloseTo(expected, within(1e-5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalOutputsAndClampsAreRefused(InputGradientPenalty.Kind kind) {
        NetworkShape two = NetworkShape.of(Activation.TANH, Activation.IDENTITY, 2, 2);
        NetworkShape one = NetworkShape.of(Activation.TANH, Activation.IDENTITY, 2, 1);
        try (Parameters wide = Parameters.allocate(backend, two);
                Parameters narrow = Parameters.allocate(backend, one);
                Mlp outputs = new Mlp(wide);
                Mlp clamped = new Mlp(narrow, Head.clamped(0, 1));
                Workspace workspace = new Workspace(backend)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InputGradientPenalty(workspace, outputs, 2, kind, 1))
                    .withMessage("penalty: a network with 2 outputs, expected one output without a clamp");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new InputGradientPenalty(workspace, clamped, 2, kind, 1))
                    .withMessage("penalty: a network with 1 outputs and a clamp, expected one output without a clamp");
        }
    }

    private static RandomNet net(int seed) {
        ReferenceLoss smooth = new ReferenceLoss.Adversarial(Loss.WASSERSTEIN, Side.FAKE, 1);
        return RandomNet.draw(
                seed, 1, RandomNet.activation(seed), Head.scaled(1.25f), new LossOfBatch(smooth, smooth, 1));
    }

    private static void check(String name, RandomNet net, InputGradientPenalty.Kind kind, Parameters parameters) {
        ReferenceMlp reference = net.reference();
        for (int i = 0; i < reference.weights().size(); i++) {
            double[] weight = ReferencePenalty.weightGradient(reference, net.batch(), kind, WEIGHT, i);
            double[] bias = ReferencePenalty.biasGradient(reference, net.batch(), kind, WEIGHT, i);
            String layer = name + ", layer " + i;
            assertClose(layer + " weight", doubles(parameters.gradients().readWeight(i)), weight, TOLERANCE);
            assertClose(layer + " bias", doubles(parameters.gradients().readBias(i)), bias, TOLERANCE);
        }
    }
}
