package joust.nn;

import java.util.List;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * Weights divided by their largest singular value (Miyato et al. 2018, eq. 8 and algorithm 1). Per layer the state is a direction v,
 * {@code 1 x outputs}, of about length 1: with s = v Wᵀ, σ = √(‖s‖² + 2⁻⁴¹) and u = s/σ, the network computes with W/σ and its own
 * biases. One step of the power method, v = u W/‖u W‖, follows each update. Gradients pass through σ with u and v constant, as
 * published: from the gradient G with respect to W/σ, that of W is {@code (G - sum(G ⊙ W/σ) uᵀ v)/σ}.
 *
 * <p>The normalised weights are a pure function of parameters and directions; after either was restored, {@link #refresh} makes them
 * anew.
 */
public final class SpectralNorm {
    private final Backend backend;
    private final Parameters parameters;
    private final Arena normalised;
    private final Arena directions;
    private final SpectralLayer[] layers;

    /**
     * Allocates for all layers of a network in a workspace, which closes it; directions are +0 until {@link #initialize} or a
     * checkpoint sets them.
     */
    public SpectralNorm(Workspace workspace, Parameters parameters) {
        this.backend = parameters.backend();
        this.parameters = parameters;
        this.normalised = workspace.add(parameters.allocateState(), Arena::close);
        List<Layer> shape = parameters.shape().layers();
        int total = shape.stream().mapToInt(Layer::outputs).sum();
        NetworkShape row = new NetworkShape(List.of(new Layer(1, total, Activation.IDENTITY)));
        this.directions = workspace.add(new Arena(backend, row), Arena::close);
        this.layers = new SpectralLayer[shape.size()];
        int largest =
                shape.stream().mapToInt(l -> l.inputs() * l.outputs()).max().orElseThrow();
        SpectralScratch scratch = SpectralScratch.allocate(workspace, backend, largest);
        int first = 0;
        for (int i = 0; i < layers.length; i++) {
            Tensor v = backend.view(directions.weight(0), first, 1, shape.get(i).outputs());
            layers[i] = new SpectralLayer(workspace, backend, scratch, parameters.weight(i), v, normalised.weight(i));
            first += shape.get(i).outputs();
        }
    }

    /** Draws the directions, takes one step of the power method from them, and normalises. */
    public void initialize(long seed, int stream, long position) {
        backend.normal(seed, stream, position, 0, 1, directions.weight(0));
        refresh();
        advance();
    }

    /** What the network computes with: W/σ and the biases as they are. */
    public Arena normalised() {
        return normalised;
    }

    /** The state: the directions of all layers side by side, as the weight of a layer of one input. */
    public Arena directions() {
        return directions;
    }

    /** Makes the normalised weights from parameters and directions. */
    public void refresh() {
        for (int i = 0; i < layers.length; i++) {
            layers[i].normalise();
            backend.copy(parameters.bias(i), normalised.bias(i));
        }
    }

    /** After parameters have changed: one step of the power method, then {@link #refresh}. */
    public void advance() {
        for (SpectralLayer layer : layers) {
            layer.turn();
        }
        refresh();
    }

    /** Turns the gradients with respect to the normalised weights into those of the parameters, in place. */
    public void backward() {
        for (int i = 0; i < layers.length; i++) {
            layers[i].backward(parameters.weightGradient(i));
        }
    }
}
