package joust.nn;

import static joust.nn.NormwiseError.assertClose;
import static joust.nn.NormwiseError.doubles;
import static joust.nn.NormwiseError.flat;

import java.util.Arrays;
import java.util.List;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forward and backward through whole networks and every loss, against the double-precision reference. */
class MlpGradientTest {
    private static final int NETS = 20;
    private static final double TOLERANCE = 1e-5;
    private static final float SCALE = 0.25f;

    private final TestBackend test = new TestBackend();
    private final Backend backend = test.backend();
    private final LossOnBackend losses = new LossOnBackend(backend);

    static List<LossScenario> scenarios() {
        return LossScenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void gradientsOfAConcatenatedBatchAreThoseOfTheReference(LossScenario scenario) {
        for (int seed = 0; seed < NETS; seed++) {
            RandomNet net = scenario.net(seed, SCALE);
            Parameters parameters = net.parameters(backend);
            poison(parameters);
            Mlp network = new Mlp(parameters, net.head());
            Pass pass = network.pass(net.x().size());
            Tensor x = net.batch(backend);
            pass.forward(x);
            int half = pass.rows() / 2;
            float[] first = losses.apply(scenario.firstHalf(), pass.rows(0, half), SCALE);
            float[] second = losses.apply(scenario.secondHalf(), pass.rows(half, half), SCALE * LossOfBatch.SECOND);
            Tensor input = backend.allocate(x.rows(), x.cols());
            pass.backward(x, Store.OVERWRITE, input, Activation.TANH, x);
            String name = scenario.name() + ", seed " + seed;
            checkLosses(name, scenario, net, first, second);
            check(name, scenario, net, parameters);
            checkInput(name, scenario, net, test.read(input));
            network.close();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void gradientsOfTwoBatchesAddUpToThoseOfTheReference(LossScenario scenario) {
        for (int seed = 0; seed < NETS; seed++) {
            RandomNet net = scenario.net(seed, SCALE);
            Parameters parameters = net.parameters(backend);
            poison(parameters);
            Mlp network = new Mlp(parameters, net.head());
            int half = net.x().size() / 2;
            Pass pass = network.pass(half);
            Tensor x = net.batch(backend);
            for (int part = 0; part < 2; part++) {
                Tensor rows = backend.view(x, part * half * x.cols(), half, x.cols());
                pass.forward(rows);
                ReferenceLoss loss = part == 0 ? scenario.firstHalf() : scenario.secondHalf();
                losses.apply(loss, pass, part == 0 ? SCALE : SCALE * LossOfBatch.SECOND);
                pass.backwardWeights(rows, part == 0 ? Store.OVERWRITE : Store.ADD);
            }
            check(scenario.name() + ", seed " + seed, scenario, net, parameters);
            network.close();
        }
    }

    private void poison(Parameters parameters) {
        for (int i = 0; i < parameters.shape().layers().size(); i++) {
            backend.fill(parameters.weightGradient(i), Float.NaN);
            backend.fill(parameters.biasGradient(i), Float.NaN);
        }
    }

    private static void checkLosses(String name, LossScenario scenario, RandomNet net, float[] first, float[] second) {
        double[][] outputs = net.reference().forward(net.batch()).output();
        int half = outputs.length / 2;
        double[] expectedFirst = scenario.firstHalf().values(Arrays.copyOfRange(outputs, 0, half));
        double[] expectedSecond = scenario.secondHalf().values(Arrays.copyOfRange(outputs, half, 2 * half));
        assertClose(name + ", losses of the first half", doubles(first), expectedFirst, TOLERANCE);
        assertClose(name + ", losses of the second half", doubles(second), expectedSecond, TOLERANCE);
    }

    private static void check(String name, LossScenario scenario, RandomNet net, Parameters parameters) {
        ReferenceMlp.Gradients expected = gradients(scenario, net);
        for (int i = 0; i < expected.weights().size(); i++) {
            String layer = name + ", layer " + i;
            float[] weight = parameters.gradients().readWeight(i);
            assertClose(
                    layer + " weight", doubles(weight), flat(expected.weights().get(i)), TOLERANCE);
            float[] bias = parameters.gradients().readBias(i);
            assertClose(layer + " bias", doubles(bias), expected.biases().get(i), TOLERANCE);
        }
    }

    private static void checkInput(String name, LossScenario scenario, RandomNet net, float[] input) {
        double[] expected = flat(gradients(scenario, net).input());
        double[] y = flat(net.batch());
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= 1 - y[i] * y[i];
        }
        assertClose(name + ", input times the derivative below", doubles(input), expected, TOLERANCE);
    }

    private static ReferenceMlp.Gradients gradients(LossScenario scenario, RandomNet net) {
        ReferenceMlp reference = net.reference();
        ReferenceMlp.Trace trace = reference.forward(net.batch());
        return reference.backward(trace, scenario.ofBatch(SCALE).gradient(trace.output()));
    }
}
