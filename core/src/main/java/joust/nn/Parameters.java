package joust.nn;

import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * The weights and biases of one network and the gradients with respect to them: one {@link Arena} each. Whatever trains the
 * network works on whole arenas, so the parameters of two networks cannot be mixed up.
 */
public final class Parameters implements AutoCloseable {
    private final Backend backend;
    private final NetworkShape shape;
    private final Arena values;
    private final Arena gradients;
    private final Norms norms;
    private final Workspace workspace;

    private Parameters(Workspace workspace, Backend backend, NetworkShape shape) {
        this.backend = backend;
        this.shape = shape;
        this.workspace = workspace;
        this.values = workspace.add(new Arena(backend, shape), Arena::close);
        this.gradients = workspace.add(new Arena(backend, shape), Arena::close);
        this.norms = new Norms(workspace, backend, shape);
    }

    /** Allocates parameters and gradients of +0. */
    public static Parameters allocate(Backend backend, NetworkShape shape) {
        Workspace workspace = new Workspace(backend);
        try {
            return new Parameters(workspace, backend, shape);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** The layers. */
    public NetworkShape shape() {
        return shape;
    }

    /** The backend that holds the numbers. */
    public Backend backend() {
        return backend;
    }

    /** The parameters. */
    public Arena values() {
        return values;
    }

    /** The gradients with respect to the parameters, as the last backward pass left them. */
    public Arena gradients() {
        return gradients;
    }

    /** The weight of a layer, {@code inputs x outputs}; layers count from 0. */
    public Tensor weight(int layer) {
        return values.weight(layer);
    }

    /** The bias of a layer, {@code 1 x outputs}. */
    public Tensor bias(int layer) {
        return values.bias(layer);
    }

    /** The gradient with respect to a layer's weight, {@code inputs x outputs}. */
    public Tensor weightGradient(int layer) {
        return gradients.weight(layer);
    }

    /** The gradient with respect to a layer's bias, {@code 1 x outputs}. */
    public Tensor biasGradient(int layer) {
        return gradients.bias(layer);
    }

    /** Another arena of the same layout, filled with +0, for an optimizer's state; the caller closes it. */
    public Arena allocateState() {
        return new Arena(backend, shape);
    }

    /**
     * Copies all parameters, but no gradients, of a network of the same backend whose layers have the same sizes.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public void copyFrom(Parameters source) {
        values.copyFrom(source.values);
    }

    /**
     * Adds L2 decay to the gradients of the weights, not of the biases: {@code g = fma(lambda, w, g)}, the gradient of
     * {@code lambda * Σ w²/2}. Negative where that sum is maximised.
     */
    public void addWeightDecay(double lambda) {
        for (int i = 0; i < shape.layers().size(); i++) {
            backend.addDecay(lambda, weight(i), weightGradient(i));
        }
    }

    /**
     * Clips every weight and bias to [-limit, limit] (Arjovsky et al. 2017, algorithm 1); NaN stays.
     *
     * @param limit at least 0
     */
    public void clip(double limit) {
        backend.clip(limit, values.tensor());
    }

    /**
     * Moves an exponential moving average towards the parameters: {@code e = fma(1-decay, p-e, e)}.
     *
     * @param decay in [0, 1)
     * @param average an arena from {@link #allocateState()}, which starts as a copy of {@link #values()}
     */
    public void updateAverage(double decay, Arena average) {
        backend.movingAverage(decay, values.tensor(), average.tensor());
    }

    /** Waits, then gives Σ w² over the weights of all layers, without biases; not finite where a weight is not. */
    public float sumOfSquaredWeights() {
        return norms.sumOfSquaredWeights(values);
    }

    /** Waits, then gives the Euclidean norm of all gradients, of weights and biases; not finite where one is not. */
    public double gradientNorm() {
        return Math.sqrt(norms.sumOfSquares(gradients));
    }

    /** The hash of the parameters; see {@link Arena#sha256()}. */
    public String sha256() {
        return values.sha256();
    }

    /** Gives parameters and gradients back. */
    @Override
    public void close() {
        workspace.close();
    }
}
