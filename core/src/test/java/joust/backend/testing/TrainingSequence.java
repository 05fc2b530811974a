package joust.backend.testing;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Loss;
import joust.backend.Side;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * A few steps of a small network with every kind of operation between them, none of which waits: weights that change under
 * packed copies, views of one arena, results read by the next call.
 */
final class TrainingSequence implements AutoCloseable {
    private static final int STEPS = 4;
    private static final int BATCH = 33;
    private static final int INPUTS = 19;
    private static final int HIDDEN = 35;
    private static final int HIDDEN_BIAS = INPUTS * HIDDEN + 5;
    private static final int OUTPUT = HIDDEN_BIAS + HIDDEN + 3;
    private static final int OUTPUT_BIAS = OUTPUT + HIDDEN;
    private static final int ARENA = OUTPUT_BIAS + 1;

    private final Backend backend;
    private final List<Tensor> roots = new ArrayList<>();

    private TrainingSequence(Backend backend) {
        this.backend = backend;
    }

    /** The parameters and the losses after the last step. */
    static float[] run(Backend backend) {
        try (TrainingSequence sequence = new TrainingSequence(backend)) {
            return sequence.run();
        }
    }

    private float[] run() {
        Tensor parameters = root(1, ARENA);
        Tensor gradients = root(1, ARENA);
        Tensor first = root(1, ARENA);
        Tensor second = root(1, ARENA);
        Tensor x = root(BATCH, INPUTS);
        Tensor hidden = root(BATCH, HIDDEN);
        Tensor outputs = root(BATCH, 1);
        Tensor losses = root(BATCH, 1);
        Tensor gradient = root(BATCH, 1);
        Tensor gradientHidden = root(BATCH, HIDDEN);
        Tensor scratch = root(1, 1);
        Tensor sum = root(1, 1);
        backend.uniform(7, 1, 0, -0.3f, 0.3f, parameters);
        for (int step = 1; step <= STEPS; step++) {
            backend.normal(7, 2, 500L * step, 0, 1, x);
            backend.dense(x, hiddenWeights(parameters), hiddenBias(parameters), Activation.leakyRelu(0.2f), hidden);
            backend.dense(hidden, outputWeights(parameters), outputBias(parameters), Activation.IDENTITY, outputs);
            Side side = step % 2 == 0 ? Side.REAL : Side.FAKE;
            backend.adversarialLoss(Loss.NON_SATURATING, side, 1, outputs, 1f / BATCH, losses, gradient);
            backend.sum(losses, Store.ADD, scratch, sum);
            backend.denseBackwardWeights(
                    hidden, gradient, Store.OVERWRITE, outputWeights(gradients), outputBias(gradients));
            backend.denseBackwardInput(
                    gradient, outputWeights(parameters), Activation.leakyRelu(0.2f), hidden, gradientHidden);
            backend.denseBackwardWeights(
                    x, gradientHidden, Store.OVERWRITE, hiddenWeights(gradients), hiddenBias(gradients));
            backend.addDecay(0.01, parameters, gradients);
            backend.adam(0.01, 0.5, 0.999, 1e-8, gradients, first, second, parameters);
        }
        float[] result = new float[ARENA + 1];
        backend.download(parameters, result, 0);
        backend.download(sum, result, ARENA);
        return result;
    }

    private Tensor root(int rows, int cols) {
        Tensor root = backend.allocate(rows, cols);
        roots.add(root);
        return root;
    }

    private Tensor hiddenWeights(Tensor arena) {
        return backend.view(arena, 0, INPUTS, HIDDEN);
    }

    private Tensor hiddenBias(Tensor arena) {
        return backend.view(arena, HIDDEN_BIAS, 1, HIDDEN);
    }

    private Tensor outputWeights(Tensor arena) {
        return backend.view(arena, OUTPUT, HIDDEN, 1);
    }

    private Tensor outputBias(Tensor arena) {
        return backend.view(arena, OUTPUT_BIAS, 1, 1);
    }

    @Override
    public void close() {
        roots.forEach(Tensor::close);
    }
}
