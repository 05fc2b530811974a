package joust.gan;

import java.util.List;
import joust.nn.ReferenceMlp;

/** The optimizers in double precision, straight from the papers' formulas, on the parameters of a reference network. */
final class ReferenceOptimizer {
    private final OptimizerConfig config;
    private final ReferenceMlp network;
    private final ReferenceMlp first;
    private final ReferenceMlp second;
    private int updates;

    ReferenceOptimizer(OptimizerConfig config, ReferenceMlp network) {
        this.config = config;
        this.network = network;
        this.first = zeros(network);
        this.second = zeros(network);
    }

    void update(ReferenceMlp.Gradients gradients, double rateFactor) {
        updates++;
        double rate = config.learningRate() * rateFactor;
        for (int i = 0; i < network.weights().size(); i++) {
            for (int k = 0; k < network.weights().get(i).length; k++) {
                update(
                        network.weights().get(i)[k],
                        gradients.weights().get(i)[k],
                        first.weights().get(i)[k],
                        second.weights().get(i)[k],
                        rate);
            }
            update(
                    network.biases().get(i),
                    gradients.biases().get(i),
                    first.biases().get(i),
                    second.biases().get(i),
                    rate);
        }
    }

    private void update(double[] p, double[] g, double[] m, double[] v, double rate) {
        for (int j = 0; j < p.length; j++) {
            switch (config) {
                case OptimizerConfig.Sgd _ -> p[j] -= rate * g[j];
                case OptimizerConfig.Momentum momentum -> {
                    m[j] = momentum.momentum() * m[j] + g[j];
                    p[j] -= rate * m[j];
                }
                case OptimizerConfig.Nesterov nesterov -> {
                    m[j] = nesterov.momentum() * m[j] + g[j];
                    p[j] -= rate * (nesterov.momentum() * m[j] + g[j]);
                }
                case OptimizerConfig.RmsProp rmsProp -> {
                    v[j] = rmsProp.rho() * v[j] + (1 - rmsProp.rho()) * g[j] * g[j];
                    p[j] -= rate * g[j] / (Math.sqrt(v[j]) + rmsProp.epsilon());
                }
                case OptimizerConfig.Adam adam ->
                    p[j] -= rate * adamStep(g[j], m, v, j, adam.beta1(), adam.beta2(), adam.epsilon());
                case OptimizerConfig.AdamW adam -> {
                    p[j] -= rate * adam.weightDecay() * p[j];
                    p[j] -= rate * adamStep(g[j], m, v, j, adam.beta1(), adam.beta2(), adam.epsilon());
                }
            }
        }
    }

    private double adamStep(double g, double[] m, double[] v, int j, double beta1, double beta2, double epsilon) {
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g * g;
        double correction = Math.sqrt(1 - StrictMath.pow(beta2, updates)) / (1 - StrictMath.pow(beta1, updates));
        return correction * m[j] / (Math.sqrt(v[j]) + epsilon);
    }

    private static ReferenceMlp zeros(ReferenceMlp network) {
        List<double[][]> weights = network.weights().stream()
                .map(weight -> new double[weight.length][weight[0].length])
                .toList();
        List<double[]> biases =
                network.biases().stream().map(bias -> new double[bias.length]).toList();
        return new ReferenceMlp(network.shape(), network.head(), weights, biases);
    }
}
