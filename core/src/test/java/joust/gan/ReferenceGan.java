package joust.gan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import joust.backend.Loss;
import joust.backend.Side;
import joust.nn.Mlp;
import joust.nn.ReferenceLoss;
import joust.nn.ReferenceMlp;

/** Both networks of a configuration and their losses in double precision, in naive loops and straight from the definitions. */
final class ReferenceGan {
    private final GanConfig config;
    private final ReferenceMlp generator;
    private final ReferenceMlp discriminator;
    private final ReferenceOptimizer generatorOptimizer;
    private final ReferenceOptimizer discriminatorOptimizer;

    /** A loss with the gradients of one network's parameters. */
    record Evaluated(double loss, double decay, ReferenceMlp.Gradients gradients) {
        /** The Euclidean norm of all gradients. */
        double norm() {
            double sum = 0;
            for (double[][] weight : gradients.weights()) {
                for (double[] row : weight) {
                    sum += squares(row);
                }
            }
            for (double[] bias : gradients.biases()) {
                sum += squares(bias);
            }
            return Math.sqrt(sum);
        }

        private static double squares(double[] row) {
            double sum = 0;
            for (double value : row) {
                sum += value * value;
            }
            return sum;
        }
    }

    ReferenceGan(GanConfig config, GanNetworks networks) {
        this.config = config;
        try (Mlp g = networks.generatorNetwork();
                Mlp d = networks.discriminatorNetwork()) {
            this.generator = ReferenceMlp.of(g);
            this.discriminator = ReferenceMlp.of(d);
        }
        this.generatorOptimizer = new ReferenceOptimizer(config.generator().optimizer(), generator);
        this.discriminatorOptimizer =
                new ReferenceOptimizer(config.discriminator().optimizer(), discriminator);
    }

    ReferenceMlp generator() {
        return generator;
    }

    ReferenceMlp discriminator() {
        return discriminator;
    }

    void updateDiscriminator(double[][] z, double[][] x, double rateFactor) {
        discriminatorOptimizer.update(discriminatorLoss(z, x).gradients(), rateFactor);
    }

    void updateGenerator(double[][] z, double[][] x, double rateFactor) {
        generatorOptimizer.update(generatorLoss(z, x).gradients(), rateFactor);
    }

    /** The discriminator's loss: a mean over all rows where they are concatenated, else the sum of two means. */
    Evaluated discriminatorLoss(double[][] z, double[][] x) {
        ReferenceMlp.Trace real = discriminator.forward(x);
        ReferenceMlp.Trace fake = discriminator.forward(generator.forward(z).output());
        double weight = weight(x.length, z.length);
        ReferenceLoss ofReal = loss(Side.REAL, x.length);
        ReferenceLoss ofFake = loss(Side.FAKE, z.length);
        ReferenceMlp.Gradients gradients = sum(
                discriminator.backward(real, scaled(ofReal.gradient(real.output()), weight)),
                discriminator.backward(fake, scaled(ofFake.gradient(fake.output()), weight)));
        double value = weight * (total(ofReal.values(real.output())) + total(ofFake.values(fake.output())));
        return withDecay(value, gradients, discriminator, config.discriminator().l2Decay());
    }

    /** The generator's loss: the mean over its rows, or minus the discriminator's. */
    Evaluated generatorLoss(double[][] z, double[][] x) {
        ReferenceMlp.Trace made = generator.forward(z);
        ReferenceMlp.Trace judged = discriminator.forward(made.output());
        boolean twoClasses = config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY;
        ReferenceLoss loss = loss(twoClasses ? Side.FAKE : Side.GENERATOR, z.length);
        double weight = twoClasses ? -weight(x.length, z.length) : 1.0 / z.length;
        double value = weight * total(loss.values(judged.output()));
        if (twoClasses) {
            double[][] real = discriminator.forward(x).output();
            value += weight * total(loss(Side.REAL, x.length).values(real));
        }
        double[][] below = discriminator
                .backward(judged, scaled(loss.gradient(judged.output()), weight))
                .input();
        return withDecay(
                value,
                generator.backward(made, below),
                generator,
                config.generator().l2Decay());
    }

    private double weight(int real, int fake) {
        return config.batch().layout() == BatchConfig.Layout.APART ? 1.0 / real : 1.0 / (real + fake);
    }

    private ReferenceLoss loss(Side side, int rows) {
        Loss loss = config.loss().function().loss();
        if (loss == null) {
            return new ReferenceLoss.Softmax(Collections.nCopies(rows, side == Side.REAL ? 1 : 0));
        }
        return new ReferenceLoss.Adversarial(loss, side, config.loss().realLabel());
    }

    private static Evaluated withDecay(
            double loss, ReferenceMlp.Gradients gradients, ReferenceMlp network, double lambda) {
        double squares = 0;
        for (int i = 0; i < network.weights().size(); i++) {
            double[][] weight = network.weights().get(i);
            for (int k = 0; k < weight.length; k++) {
                for (int j = 0; j < weight[k].length; j++) {
                    squares += weight[k][j] * weight[k][j];
                    gradients.weights().get(i)[k][j] += lambda * weight[k][j];
                }
            }
        }
        return new Evaluated(loss, lambda / 2 * squares, gradients);
    }

    private static ReferenceMlp.Gradients sum(ReferenceMlp.Gradients a, ReferenceMlp.Gradients b) {
        List<double[][]> weights = new ArrayList<>();
        List<double[]> biases = new ArrayList<>();
        for (int i = 0; i < a.weights().size(); i++) {
            double[][] weight = a.weights().get(i);
            for (int k = 0; k < weight.length; k++) {
                add(weight[k], b.weights().get(i)[k]);
            }
            weights.add(weight);
            add(a.biases().get(i), b.biases().get(i));
            biases.add(a.biases().get(i));
        }
        return new ReferenceMlp.Gradients(weights, biases, a.input());
    }

    private static void add(double[] sum, double[] term) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += term[j];
        }
    }

    private static double[][] scaled(double[][] gradient, double factor) {
        for (double[] row : gradient) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return gradient;
    }

    private static double total(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
