package joust.nn;

import java.util.List;

/** Penalties on the gradient of a network's output with respect to its input, in double precision and from their definitions. */
public final class ReferencePenalty {
    private ReferencePenalty() {}

    /** The penalty of a batch: a weight times the mean over the rows of ‖g‖²/2 or (√(‖g‖² + 2⁻⁴¹) - 1)². */
    public static double value(ReferenceMlp network, double[][] x, InputGradientPenalty.Kind kind, double weight) {
        double[][] ones = new double[x.length][];
        for (int r = 0; r < x.length; r++) {
            ones[r] = new double[] {1};
        }
        double sum = 0;
        for (double[] g : network.backward(network.forward(x), ones).input()) {
            double square = 0;
            for (double element : g) {
                square += element * element;
            }
            double distance = Math.sqrt(square + 0x1p-41) - 1;
            sum += kind == InputGradientPenalty.Kind.ZERO ? square / 2 : distance * distance;
        }
        return weight * sum / x.length;
    }

    /** Its gradient with respect to a layer's weight, row by row, by central differences. */
    public static double[] weightGradient(
            ReferenceMlp network, double[][] x, InputGradientPenalty.Kind kind, double weight, int layer) {
        double[][] w = network.weights().get(layer);
        double[] gradient = new double[w.length * w[0].length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = difference(network, x, kind, weight, w[i / w[0].length], i % w[0].length);
        }
        return gradient;
    }

    /** Its gradient with respect to a layer's bias, by central differences. */
    public static double[] biasGradient(
            ReferenceMlp network, double[][] x, InputGradientPenalty.Kind kind, double weight, int layer) {
        List<double[]> biases = network.biases();
        double[] gradient = new double[biases.get(layer).length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = difference(network, x, kind, weight, biases.get(layer), i);
        }
        return gradient;
    }

    private static double difference(
            ReferenceMlp network,
            double[][] x,
            InputGradientPenalty.Kind kind,
            double weight,
            double[] parameters,
            int i) {
        double at = parameters[i];
        parameters[i] = at + RandomNet.STEP;
        double above = value(network, x, kind, weight);
        parameters[i] = at - RandomNet.STEP;
        double below = value(network, x, kind, weight);
        parameters[i] = at;
        return (above - below) / (2 * RandomNet.STEP);
    }
}
