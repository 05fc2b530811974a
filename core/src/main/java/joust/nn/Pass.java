package joust.nn;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * The tensors that a network needs to take one batch forward and back; made once by {@link Mlp#pass} or {@link #rows(int,
 * int)}, used at every step, closed with the {@link Mlp}. Nothing is allocated by the methods that compute.
 *
 * <p>A training step is: {@link #forward}, a loss that reads {@link #output()} and writes {@link #outputGradient()}, then
 * one of the backward methods, each of which computes only the gradients in its name. They read the outputs that the last
 * forward left and the parameters as they are, so parameters must not change in between. {@link #outputGradient()} is only
 * read: one gradient may be taken back more than once.
 *
 * <p>A generator's step through a discriminator that stays as it is: {@code discriminator.backwardInput(generator.sink())},
 * then {@code generator.backwardWeightsFromSink(noise, store)}.
 */
public final class Pass {
    private final Backend backend;
    private final Dense[] layers;
    private final Tensor[] y;
    private final Tensor[] gz;
    private final PassOutput end;
    private final GradientSink sink;

    private Pass(Backend backend, Dense[] layers, Tensor[] y, Tensor[] gz, PassOutput end) {
        this.backend = backend;
        this.layers = layers;
        this.y = y;
        this.gz = gz;
        this.end = end;
        this.sink = end.sink();
    }

    static Pass allocate(Workspace workspace, Backend backend, Dense[] layers, Head head, int rows) {
        int last = layers.length - 1;
        Tensor[] y = new Tensor[layers.length];
        Tensor[] gz = new Tensor[layers.length];
        for (int i = 0; i <= last; i++) {
            y[i] = workspace.allocate(rows, layers[i].weight().cols());
        }
        for (int i = 0; i < last; i++) {
            gz[i] = workspace.allocate(rows, layers[i].weight().cols());
        }
        PassOutput end = PassOutput.allocate(workspace, backend, head, layers[last].activation(), y[last]);
        gz[last] = end.preActivationGradient();
        return new Pass(backend, layers, y, gz, end);
    }

    /**
     * The part of this pass that belongs to a range of rows of its batch, sharing this one's tensors: the generated half of a
     * concatenated batch, say, for a loss of its own. Makes handles: call it before the training loop, not within.
     *
     * @param first the first row, counted from 0
     * @param count how many rows, at least 1
     * @throws IllegalArgumentException if the range does not lie within the batch
     */
    public Pass rows(int first, int count) {
        if (first < 0 || count < 1 || count > rows() - first) {
            throw new IllegalArgumentException("rows: " + count + " from " + first + " on, expected a range within the "
                    + rows() + " of the batch");
        }
        Rows range = new Rows(backend, first, count);
        int last = layers.length - 1;
        Tensor[] yOfRows = new Tensor[layers.length];
        Tensor[] gzOfRows = new Tensor[layers.length];
        for (int i = 0; i <= last; i++) {
            yOfRows[i] = range.of(y[i]);
            gzOfRows[i] = range.of(gz[i]);
        }
        PassOutput endOfRows = end.rows(range, yOfRows[last]);
        gzOfRows[last] = endOfRows.preActivationGradient();
        return new Pass(backend, layers, yOfRows, gzOfRows, endOfRows);
    }

    /** The rows of the batch. */
    public int rows() {
        return output().rows();
    }

    /**
     * Takes a batch through all layers and the head.
     *
     * @param x {@code rows x inputs}
     * @return {@link #output()}
     */
    public Tensor forward(Tensor x) {
        Tensor input = x;
        for (int i = 0; i < layers.length; i++) {
            layers[i].forward(input, y[i]);
            input = y[i];
        }
        end.forward();
        return end.output();
    }

    /** The output of a layer's activation, as the last {@link #forward} left it; layers count from 0. */
    Tensor y(int layer) {
        return y[layer];
    }

    /** What the last {@link #forward} gave, {@code rows x outputs}; always the same tensor. */
    public Tensor output() {
        return end.output();
    }

    /** Where a loss writes the gradient with respect to {@link #output()}, {@code rows x outputs}; always the same tensor. */
    public Tensor outputGradient() {
        return end.outputGradient();
    }

    /** Where a network above writes the gradient for {@link #backwardWeightsFromSink}; always the same object. */
    public GradientSink sink() {
        return sink;
    }

    /**
     * Computes the gradients of all weights and biases from {@link #outputGradient()}.
     *
     * @param x the batch that {@link #forward} took
     * @param store whether the gradients replace those in the gradient arena or are added to them
     */
    public void backwardWeights(Tensor x, Store store) {
        end.backward();
        layersBackward(x, store);
    }

    /**
     * Computes the gradients of all weights and biases from what the network above has written to {@link #sink()}.
     *
     * @param x the batch that {@link #forward} took
     * @param store whether the gradients replace those in the gradient arena or are added to them
     */
    public void backwardWeightsFromSink(Tensor x, Store store) {
        end.backwardFromSink();
        layersBackward(x, store);
    }

    /**
     * Computes, from {@link #outputGradient()}, the gradient with respect to this pass's input times the derivative of the
     * activation that made it, and no gradient of any parameter.
     *
     * @param inputGradient the result, {@code rows x inputs}: {@code (d loss / d input) ⊙ below′(yBelow)}
     * @param below the activation below; identity for the gradient with respect to the input itself
     * @param yBelow the output of the activation below, {@code rows x inputs}; for identity the input itself will do
     */
    public void backwardInput(Tensor inputGradient, Activation below, Tensor yBelow) {
        end.backward();
        for (int i = layers.length - 1; i > 0; i--) {
            layers[i].backwardInput(gz[i], layers[i - 1].activation(), y[i - 1], gz[i - 1]);
        }
        layers[0].backwardInput(gz[0], below, yBelow, inputGradient);
    }

    /** As {@link #backwardInput(Tensor, Activation, Tensor)}, into the pass whose output was this pass's input. */
    public void backwardInput(GradientSink below) {
        backwardInput(below.gradient(), below.activation(), below.y());
    }

    /**
     * Computes both, from {@link #outputGradient()}: the gradients of all weights and biases as {@link #backwardWeights}, and
     * the gradient below as {@link #backwardInput(Tensor, Activation, Tensor)}.
     */
    public void backward(Tensor x, Store store, Tensor inputGradient, Activation below, Tensor yBelow) {
        backwardWeights(x, store);
        layers[0].backwardInput(gz[0], below, yBelow, inputGradient);
    }

    private void layersBackward(Tensor x, Store store) {
        for (int i = layers.length - 1; i > 0; i--) {
            layers[i].backwardWeights(y[i - 1], gz[i], store);
            layers[i].backwardInput(gz[i], layers[i - 1].activation(), y[i - 1], gz[i - 1]);
        }
        layers[0].backwardWeights(x, gz[0], store);
    }
}
