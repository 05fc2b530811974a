package joust.metrics;

import java.util.Arrays;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.data.SplitSamples;
import joust.math.HostRandom;
import joust.math.RandomFill;
import joust.nn.Adam;
import joust.nn.HostInference;
import joust.nn.Initializer;
import joust.nn.Mlp;
import joust.nn.NetworkShape;
import joust.nn.OptimizerState;
import joust.nn.Parameters;
import joust.nn.Pass;
import joust.nn.Workspace;

/**
 * A small network that tells classes apart, trained on labelled rows and then frozen: the judge of generated samples. It depends on
 * nothing but the rows and the backend's arithmetic, so every run on one set of data meets the same judge.
 */
public final class ImageClassifier implements AutoCloseable {
    private static final int HIDDEN = 128;
    private static final int BATCH = 64;
    private static final int STEPS = 1_500;
    private static final double LEARNING_RATE = 0.002;
    private static final Adam OPTIMIZER = new Adam(0.9, 0.999, 1e-7);
    private static final int CHUNK = 512;
    private static final double HELD_OUT_SHARE = 0.2;

    private static final long SEED = 1;
    private static final int WEIGHT_STREAM = 24;
    private static final int ROW_STREAM = 25;
    private static final int SPLIT_STREAM = 26;

    private final Parameters parameters;
    private final Mlp network;
    private final HostInference inference;
    private final double heldOutAccuracy;
    private final Workspace workspace;

    private ImageClassifier(Workspace workspace, Backend backend, SplitSamples samples) {
        this.workspace = workspace;
        FiniteSamples training = samples.training();
        NetworkShape shape =
                NetworkShape.of(Activation.RELU, Activation.IDENTITY, training.columns(), HIDDEN, training.classes());
        this.parameters = workspace.add(Parameters.allocate(backend, shape), Parameters::close);
        this.network = workspace.add(new Mlp(parameters), Mlp::close);
        this.inference = workspace.add(new HostInference(network, CHUNK), HostInference::close);
        fit(backend, training);
        this.heldOutAccuracy =
                agreement(samples.heldOut().values(), samples.heldOut().labels());
    }

    /**
     * Trains a classifier: one hidden layer of 128 ReLUs, 1,500 steps of Adam on 64 rows each, the rate falling to 0.
     *
     * @param samples rows with labels, of at least two classes
     * @throws IllegalArgumentException if they have none
     */
    public static ImageClassifier train(Backend backend, SplitSamples samples) {
        if (samples.training().classes() < 2) {
            throw new IllegalArgumentException(
                    "classifier: " + samples.training().name() + " has "
                            + samples.training().classes() + " classes, expected at least 2");
        }
        Workspace workspace = new Workspace(backend);
        try {
            return new ImageClassifier(workspace, backend, samples);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** Keeps a fifth of the rows apart, at least one and always the same ones; there must be at least two rows. */
    public static SplitSamples split(FiniteSamples samples) {
        if (samples.rows() < 2) {
            throw new IllegalArgumentException(
                    "classifier: " + samples.name() + " has " + samples.rows() + " rows, expected at least 2");
        }
        int[] order = new HostRandom(SEED, SPLIT_STREAM, 0).permutation(samples.rows());
        int heldOut = Math.max(1, (int) (samples.rows() * HELD_OUT_SHARE));
        return new SplitSamples(
                samples.select(Arrays.copyOfRange(order, heldOut, order.length)),
                samples.select(Arrays.copyOf(order, heldOut)));
    }

    /** The share of the held-out rows, from 0 to 1, whose likeliest class is their label. */
    public double heldOutAccuracy() {
        return heldOutAccuracy;
    }

    /**
     * The probability of each class for each row.
     *
     * @param rows row by row
     * @throws IllegalArgumentException if these are not one or more whole rows
     */
    public double[][] probabilities(float[] rows) {
        float[] logits = inference.forward(rows);
        int classes = network.shape().outputs();
        double[][] probabilities = new double[logits.length / classes][classes];
        for (int i = 0; i < probabilities.length; i++) {
            softmax(logits, i * classes, probabilities[i]);
        }
        return probabilities;
    }

    /** How many features a row has: the outputs of the hidden layer. */
    public int featureCount() {
        return HIDDEN;
    }

    /**
     * What the hidden layer makes of rows: the space in which distances of images mean something.
     *
     * @return {@link #featureCount} numbers per row
     */
    public float[] features(float[] rows) {
        int columns = network.shape().inputs();
        try (Parameters hidden = Parameters.allocate(
                        parameters.backend(), NetworkShape.of(Activation.RELU, Activation.RELU, columns, HIDDEN));
                Mlp first = new Mlp(hidden);
                HostInference through = new HostInference(first, CHUNK)) {
            hidden.values().writeWeight(0, parameters.values().readWeight(0));
            hidden.values().writeBias(0, parameters.values().readBias(0));
            return through.forward(rows);
        }
    }

    /** Judges generated rows. */
    public ClassifierScore score(float[] rows) {
        return ClassifierScore.of(probabilities(rows));
    }

    /**
     * The share of rows, from 0 to 1, whose likeliest class is the one they were asked for.
     *
     * @param labels the class of each row, one or more
     */
    public double agreement(float[] rows, int[] labels) {
        double[][] probabilities = probabilities(rows);
        if (probabilities.length != labels.length) {
            throw new IllegalArgumentException(
                    "labels: " + labels.length + ", expected " + probabilities.length + ", one for each row");
        }
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            right += ClassifierScore.likeliest(probabilities[row]) == labels[row] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private void fit(Backend backend, FiniteSamples training) {
        new Initializer.HeNormal().initialize(parameters, SEED, WEIGHT_STREAM);
        try (Tensor table = backend.allocate(training.rows(), training.columns());
                Tensor classOfRow = backend.allocate(training.rows(), 1);
                Tensor x = backend.allocate(BATCH, training.columns());
                Tensor labels = backend.allocate(BATCH, 1);
                Tensor losses = backend.allocate(BATCH, 1);
                OptimizerState optimizer = OPTIMIZER.start(parameters)) {
            backend.upload(training.values(), 0, table);
            backend.upload(labels(training), 0, classOfRow);
            Pass pass = network.pass(BATCH);
            for (int step = 0; step < STEPS; step++) {
                long position = step * RandomFill.blocks(BATCH);
                backend.gatherRows(table, SEED, ROW_STREAM, position, x);
                backend.gatherRows(classOfRow, SEED, ROW_STREAM, position, labels);
                pass.forward(x);
                backend.softmaxCrossEntropy(pass.output(), labels, 1f / BATCH, losses, pass.outputGradient());
                pass.backwardWeights(x, Store.OVERWRITE);
                optimizer.step(LEARNING_RATE * (STEPS - step) / STEPS);
            }
        }
    }

    private static float[] labels(FiniteSamples samples) {
        float[] labels = new float[samples.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = samples.label(row);
        }
        return labels;
    }

    private static void softmax(float[] logits, int offset, double[] probabilities) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < probabilities.length; j++) {
            greatest = Math.max(greatest, logits[offset + j]);
        }
        double sum = 0;
        for (int j = 0; j < probabilities.length; j++) {
            probabilities[j] = StrictMath.exp(logits[offset + j] - greatest);
            sum += probabilities[j];
        }
        for (int j = 0; j < probabilities.length; j++) {
            probabilities[j] /= sum;
        }
    }

    @Override
    public void close() {
        workspace.close();
    }
}
