package joust.bench;

import java.util.stream.IntStream;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A fully connected network with all parameters in one tensor and all gradients in another, so that one Adam does. */
final class TorchMlp {
    final int[] widths;
    final Tensor parameters;
    final Tensor gradients;
    final Tensor[] weights;
    final Tensor[] biases;
    final Tensor[] transposedWeights;
    final Tensor[] weightGradients;
    final Tensor[] biasGradients;

    /** Widths from the input's to the output's; weights are uniform as Glorot has them. */
    TorchMlp(int... widths) {
        this.widths = widths;
        int layers = widths.length - 1;
        int size = IntStream.range(0, layers)
                .map(i -> (widths[i] + 1) * widths[i + 1])
                .sum();
        parameters = torch.zeros(size);
        gradients = torch.zeros(size);
        weights = TorchRuntime.each(layers, i -> weight(parameters, i));
        biases = TorchRuntime.each(layers, i -> bias(parameters, i));
        weightGradients = TorchRuntime.each(layers, i -> weight(gradients, i));
        biasGradients = TorchRuntime.each(layers, i -> bias(gradients, i));
        transposedWeights = TorchRuntime.each(layers, i -> weights[i].t());
        for (int i = 0; i < layers; i++) {
            double limit = Math.sqrt(6.0 / (widths[i] + widths[i + 1]));
            weights[i].uniform_(-limit, limit, new GeneratorOptional());
        }
    }

    int layers() {
        return weights.length;
    }

    private int offset(int layer) {
        return IntStream.range(0, layer)
                .map(i -> (widths[i] + 1) * widths[i + 1])
                .sum();
    }

    private Tensor weight(Tensor all, int layer) {
        return all.narrow(0, offset(layer), (long) widths[layer] * widths[layer + 1])
                .view(widths[layer], widths[layer + 1]);
    }

    private Tensor bias(Tensor all, int layer) {
        long start = offset(layer) + (long) widths[layer] * widths[layer + 1];
        return all.narrow(0, start, widths[layer + 1]);
    }
}
