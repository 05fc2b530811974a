package joust.nn;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle itself: its analytic gradients against central differences of its values. */
class ReferenceMlpTest {
    private static final int NETS = 20;
    private static final double TOLERANCE = 1e-6;

    static List<LossScenario> scenarios() {
        return LossScenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void analyticGradientsAgreeWithCentralDifferences(LossScenario scenario) {
        for (int seed = 0; seed < NETS; seed++) {
            RandomNet net = scenario.net(seed, 0.25);
            check(scenario.name() + ", seed " + seed, net.reference(), net.batch(), scenario.ofBatch(0.25));
        }
    }

    private static void check(String name, ReferenceMlp network, double[][] x, LossOfBatch loss) {
        ReferenceMlp.Trace trace = network.forward(x);
        ReferenceMlp.Gradients gradients = network.backward(trace, loss.gradient(trace.output()));
        DoubleSupplier value = () -> loss.value(network.forward(x).output());
        for (int i = 0; i < network.weights().size(); i++) {
            String layer = name + ", layer " + i;
            compare(
                    layer + " weight",
                    value,
                    network.weights().get(i),
                    gradients.weights().get(i));
            double[][] bias = {network.biases().get(i)};
            double[][] biasGradient = {gradients.biases().get(i)};
            compare(layer + " bias", value, bias, biasGradient);
        }
        compare(name + ", input", value, x, gradients.input());
    }

    private static void compare(String what, DoubleSupplier value, double[][] at, double[][] analytic) {
        double[][] numeric = new double[at.length][at[0].length];
        for (int r = 0; r < at.length; r++) {
            for (int j = 0; j < at[r].length; j++) {
                double centre = at[r][j];
                at[r][j] = centre + RandomNet.STEP;
                double above = value.getAsDouble();
                at[r][j] = centre - RandomNet.STEP;
                double below = value.getAsDouble();
                at[r][j] = centre;
                numeric[r][j] = (above - below) / (2 * RandomNet.STEP);
            }
        }
        NormwiseError.assertClose(what, NormwiseError.flat(numeric), NormwiseError.flat(analytic), TOLERANCE);
    }
}
