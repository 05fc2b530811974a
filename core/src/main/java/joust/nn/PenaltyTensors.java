package joust.nn;

import joust.backend.Backend;
import joust.backend.Tensor;

/** What an {@link InputGradientPenalty} needs for one batch; per layer {@code rows x outputs}. */
final class PenaltyTensors {
    /** The gradient of the output with respect to each layer's y. */
    final Tensor[] h;
    /** The gradient of the output with respect to each layer's z; in the end the penalty's. */
    final Tensor[] gamma;
    /** The penalty's derivative with respect to γ, then with respect to h. */
    final Tensor[] u;
    /** The penalty's derivative with respect to z by way of f′. */
    final Tensor[] bend;

    final Tensor inputGradient;
    final Tensor direction;
    final Tensor spread;
    final Tensor squares;
    final Tensor inverseNorms;
    final Tensor factors;
    final Tensor ones;
    final InverseRoots roots;

    PenaltyTensors(Workspace workspace, Backend backend, Dense[] layers, int rows) {
        int inputs = layers[0].weight().rows();
        this.h = perLayer(workspace, layers, rows);
        this.gamma = perLayer(workspace, layers, rows);
        this.u = perLayer(workspace, layers, rows);
        this.bend = perLayer(workspace, layers, rows);
        this.inputGradient = workspace.allocate(rows, inputs);
        this.direction = workspace.allocate(rows, inputs);
        this.spread = workspace.allocate(rows, inputs);
        this.squares = workspace.allocate(rows, 1);
        this.inverseNorms = workspace.allocate(rows, 1);
        this.factors = workspace.allocate(rows, 1);
        this.ones = workspace.allocate(1, inputs);
        this.roots = new InverseRoots(workspace, backend, rows);
        backend.fill(ones, 1);
    }

    private static Tensor[] perLayer(Workspace workspace, Dense[] layers, int rows) {
        Tensor[] tensors = new Tensor[layers.length];
        for (int i = 0; i < layers.length; i++) {
            tensors[i] = workspace.allocate(rows, layers[i].weight().cols());
        }
        return tensors;
    }
}
