package joust.gan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import joust.backend.Loss;
import joust.backend.Side;
import joust.math.RandomFill;
import joust.nn.InputGradientPenalty;
import joust.nn.Mlp;
import joust.nn.ReferenceLoss;
import joust.nn.ReferenceMlp;
import joust.nn.ReferencePenalty;

/** Both networks of a configuration and their losses in double precision, in naive loops and straight from the definitions. */
final class ReferenceGan {
    private final GanConfig config;
    private final ReferenceMlp generator;
    private final ReferenceMlp discriminator;
    private final ReferenceOptimizer generatorOptimizer;
    private final ReferenceOptimizer discriminatorOptimizer;
    private long discriminatorUpdates;

    /** A loss with the gradients of one network's parameters. */
    record Evaluated(double loss, double decay, double penalty, ReferenceMlp.Gradients gradients) {
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

    /** Copies the networks of a run in which {@code discriminatorUpdates} updates of the discriminator are done. */
    ReferenceGan(GanConfig config, GanNetworks networks, long discriminatorUpdates) {
        this.config = config;
        this.discriminatorUpdates = discriminatorUpdates;
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
        discriminatorUpdates++;
    }

    void updateGenerator(double[][] z, double[][] x, double rateFactor) {
        generatorOptimizer.update(generatorLoss(z, x).gradients(), rateFactor);
    }

    /** The discriminator's outputs for real rows, each followed by its class where it is told. */
    double[][] realOutputs(double[][] x) {
        return discriminator.forward(packed(x)).output();
    }

    /** The discriminator's outputs for rows made of noise. */
    double[][] fakeOutputs(double[][] z) {
        double[][] made = generator.forward(z).output();
        return discriminator.forward(packed(withClass(made, z))).output();
    }

    /**
     * The discriminator's loss: a mean over all its inputs where they are concatenated, else the sum of two means.
     *
     * @param z noise, each row followed by its class where it is told
     * @param x real rows, likewise
     */
    Evaluated discriminatorLoss(double[][] z, double[][] x) {
        double[][] realInput = packed(x);
        double[][] fakeInput = packed(withClass(generator.forward(z).output(), z));
        ReferenceMlp.Trace real = discriminator.forward(realInput);
        ReferenceMlp.Trace fake = discriminator.forward(fakeInput);
        double weight = weight(realInput.length, fakeInput.length);
        ReferenceLoss ofReal = loss(Side.REAL, realInput.length);
        ReferenceLoss ofFake = loss(Side.FAKE, fakeInput.length);
        ReferenceMlp.Gradients gradients = sum(
                discriminator.backward(real, scaled(ofReal.gradient(real.output()), weight)),
                discriminator.backward(fake, scaled(ofFake.gradient(fake.output()), weight)));
        double value = weight * (total(ofReal.values(real.output())) + total(ofFake.values(fake.output())));
        double penalty = addPenalty(realInput, fakeInput, gradients);
        return withDecay(
                value, penalty, gradients, discriminator, config.discriminator().l2Decay());
    }

    private double addPenalty(double[][] real, double[][] fake, ReferenceMlp.Gradients gradients) {
        return switch (config.loss().penalty()) {
            case null -> 0;
            case PenaltyConfig.R1(double gamma) -> addPenalty(real, InputGradientPenalty.Kind.ZERO, gamma, gradients);
            case PenaltyConfig.WganGp(double weight) ->
                addPenalty(between(real, fake), InputGradientPenalty.Kind.ONE, weight, gradients);
        };
    }

    private double addPenalty(
            double[][] at, InputGradientPenalty.Kind kind, double weight, ReferenceMlp.Gradients gradients) {
        for (int i = 0; i < gradients.weights().size(); i++) {
            double[][] w = gradients.weights().get(i);
            double[] ofWeight = ReferencePenalty.weightGradient(discriminator, at, kind, weight, i);
            for (int k = 0; k < ofWeight.length; k++) {
                w[k / w[0].length][k % w[0].length] += ofWeight[k];
            }
            add(gradients.biases().get(i), ReferencePenalty.biasGradient(discriminator, at, kind, weight, i));
        }
        return ReferencePenalty.value(discriminator, at, kind, weight);
    }

    private double[][] between(double[][] real, double[][] fake) {
        float[] shares = new float[real.length];
        long position = discriminatorUpdates * RandomFill.blocks(shares.length);
        RandomFill.uniform(config.seed(), Streams.PENALTY, position, 0, 1, shares, 0, shares.length);
        double[][] points = new double[real.length][real[0].length];
        for (int r = 0; r < points.length; r++) {
            for (int j = 0; j < points[r].length; j++) {
                points[r][j] = shares[r] * real[r][j] + (1.0 - shares[r]) * fake[r][j];
            }
        }
        return points;
    }

    /** The generator's loss: the mean over its rows, or minus the discriminator's. */
    Evaluated generatorLoss(double[][] z, double[][] x) {
        ReferenceMlp.Trace made = generator.forward(z);
        ReferenceMlp.Trace judged = discriminator.forward(packed(withClass(made.output(), z)));
        int inputs = judged.output().length;
        boolean twoClasses = config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY;
        ReferenceLoss loss = loss(twoClasses ? Side.FAKE : Side.GENERATOR, inputs);
        double weight = twoClasses ? -weight(inputs, inputs) : 1.0 / inputs;
        double value = weight * total(loss.values(judged.output()));
        if (twoClasses) {
            double[][] real = discriminator.forward(packed(x)).output();
            value += weight * total(loss(Side.REAL, real.length).values(real));
        }
        double[][] below = discriminator
                .backward(judged, scaled(loss.gradient(judged.output()), weight))
                .input();
        return withDecay(
                value,
                0,
                generator.backward(made, unpacked(below, made.output()[0].length)),
                generator,
                config.generator().l2Decay());
    }

    /** Rows followed by the class that stands at the end of the noise they were made of. */
    private double[][] withClass(double[][] rows, double[][] z) {
        int classes = config.batch().classes();
        double[][] told = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            told[r] = Arrays.copyOf(rows[r], rows[r].length + classes);
            System.arraycopy(z[r], z[r].length - classes, told[r], rows[r].length, classes);
        }
        return told;
    }

    private double[][] packed(double[][] rows) {
        int packing = config.batch().packing();
        double[][] packs = new double[rows.length / packing][packing * rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, packs[r / packing], r % packing * rows[r].length, rows[r].length);
        }
        return packs;
    }

    /** The gradients of the data's columns in packs of rows. */
    private double[][] unpacked(double[][] packs, int columns) {
        int packing = config.batch().packing();
        double[][] rows = new double[packs.length * packing][columns];
        int width = packs[0].length / packing;
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(packs[r / packing], r % packing * width, rows[r], 0, columns);
        }
        return rows;
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
            double loss, double penalty, ReferenceMlp.Gradients gradients, ReferenceMlp network, double lambda) {
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
        return new Evaluated(loss, lambda / 2 * squares, penalty, gradients);
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
