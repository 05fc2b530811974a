package joust.bench;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A batch through a {@link TorchMlp} with ReLU between the layers, and back, by hand; every result has its place. */
final class TorchPass {
    private final TorchMlp net;
    private final Scalar zero = new Scalar(0.0);
    private final Tensor[] inputs;
    private final Tensor[] transposedInputs;
    private final Tensor[] deltas;
    private final Tensor output;

    /**
     * Allocates what the pass needs.
     *
     * @param input where the batch lies
     * @param output where the last layer's sums go
     */
    TorchPass(TorchMlp net, Tensor input, Tensor output) {
        this.net = net;
        this.output = output;
        long rows = input.size(0);
        inputs = TorchRuntime.each(net.layers(), i -> i == 0 ? input : torch.empty(rows, net.widths[i]));
        transposedInputs = TorchRuntime.each(net.layers(), i -> inputs[i].t());
        deltas = TorchRuntime.each(net.layers() + 1, i -> torch.empty(rows, net.widths[i]));
    }

    /** The gradient with respect to the last layer's sums, to be filled before {@link #backward}. */
    Tensor outputGradient() {
        return deltas[net.layers()];
    }

    /** The gradient with respect to the batch. */
    Tensor inputGradient() {
        return deltas[0];
    }

    void forward() {
        int last = net.layers() - 1;
        for (int i = 0; i < last; i++) {
            torch.addmm_out(inputs[i + 1], net.biases[i], inputs[i], net.weights[i]);
            torch.relu_(inputs[i + 1]);
        }
        torch.addmm_out(output, net.biases[last], inputs[last], net.weights[last]);
    }

    /** All gradients of the parameters. */
    void backward() {
        for (int i = net.layers() - 1; i >= 0; i--) {
            torch.mm_out(net.weightGradients[i], transposedInputs[i], deltas[i + 1]);
            torch.sum_out(net.biasGradients[i], deltas[i + 1], 0);
            if (i > 0) {
                below(i);
            }
        }
    }

    /** The gradient of the batch alone. */
    void backwardToInput() {
        for (int i = net.layers() - 1; i > 0; i--) {
            below(i);
        }
        torch.mm_out(deltas[0], deltas[1], net.transposedWeights[0]);
    }

    private void below(int layer) {
        torch.mm_out(deltas[layer], deltas[layer + 1], net.transposedWeights[layer]);
        torch.threshold_backward_out(deltas[layer], deltas[layer], inputs[layer], zero);
    }
}
