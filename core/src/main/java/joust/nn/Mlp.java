package joust.nn;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * A dense network: layers, their parameters, and a head after the last activation. It owns the tensors of its passes, not
 * its parameters, so that several networks (a clamped and an unclamped one, say) can stand on the same ones.
 */
public final class Mlp implements AutoCloseable {
    private final Parameters parameters;
    private final Backend backend;
    private final Head head;
    private final Dense[] layers;
    private final Workspace workspace;
    private final List<Pass> passes = new ArrayList<>();

    /** A network without a head. */
    public Mlp(Parameters parameters) {
        this(parameters, Head.NONE);
    }

    /** A network whose output goes through a head. */
    public Mlp(Parameters parameters, Head head) {
        this(parameters, parameters.values(), head);
    }

    /**
     * The network at other values of its parameters, such as a moving average. Gradients still go to
     * {@link Parameters#gradients()}.
     *
     * @param values an arena of the same sizes
     * @throws IllegalArgumentException if the sizes differ
     */
    public Mlp(Parameters parameters, Arena values, Head head) {
        if (!values.shape().hasSizesOf(parameters.shape())) {
            throw new IllegalArgumentException("network: the values are those of a network "
                    + values.shape().sizes() + ", expected "
                    + parameters.shape().sizes());
        }
        this.parameters = parameters;
        this.backend = parameters.backend();
        this.head = head;
        this.workspace = new Workspace(backend);
        this.layers = layers(parameters, values);
    }

    /** The layers' sizes and activations. */
    public NetworkShape shape() {
        return parameters.shape();
    }

    /** The parameters and their gradients. */
    public Parameters parameters() {
        return parameters;
    }

    /** What follows the last activation. */
    public Head head() {
        return head;
    }

    /** What computes. */
    public Backend backend() {
        return backend;
    }

    /** The layers on tensors, from the input on. */
    public List<Dense> layers() {
        return List.of(layers);
    }

    /**
     * The pass for batches of {@code rows} rows: made at the first call, the same one at every later call, so that what it
     * holds of a batch lasts until the next batch of as many rows.
     *
     * @throws IllegalArgumentException if rows is below 1 or a layer's output would have more elements than an int counts
     */
    public Pass pass(int rows) {
        for (int i = 0; i < passes.size(); i++) {
            if (passes.get(i).rows() == rows) {
                return passes.get(i);
            }
        }
        checkRows(rows);
        Pass pass = Pass.allocate(workspace, backend, layers, head, rows);
        passes.add(pass);
        return pass;
    }

    /** Gives the tensors of all passes back, not the parameters. */
    @Override
    public void close() {
        workspace.close();
        passes.clear();
    }

    private void checkRows(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("pass: rows is " + rows + ", expected at least 1");
        }
        for (Layer layer : shape().layers()) {
            if ((long) rows * layer.outputs() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("pass: rows is " + rows + ", expected at most "
                        + Integer.MAX_VALUE / layer.outputs() + " for a layer with " + layer.outputs() + " outputs");
            }
        }
    }

    private static Dense[] layers(Parameters parameters, Arena values) {
        List<Layer> shape = parameters.shape().layers();
        Dense[] layers = new Dense[shape.size()];
        for (int i = 0; i < layers.length; i++) {
            Tensor weightGradient = parameters.weightGradient(i);
            layers[i] = new Dense(
                    parameters.backend(),
                    shape.get(i).activation(),
                    values.weight(i),
                    values.bias(i),
                    weightGradient,
                    parameters.biasGradient(i));
        }
        return layers;
    }
}
