package joust.backend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Dense layers forward and backward, on random numbers. */
final class LayerWorkload implements Workload {
    private static final float DEVIATION = 0.05f;

    private final int batch;
    private final int[] widths;

    LayerWorkload(int batch, int[] widths) {
        if (batch < 1 || widths.length < 2 || Arrays.stream(widths).anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("workload: batch " + batch + ", widths " + Arrays.toString(widths)
                    + ", expected numbers of at least 1 and at least two widths");
        }
        this.batch = batch;
        this.widths = widths;
    }

    @Override
    public String name() {
        return "layers " + joined() + " at batch " + batch;
    }

    @Override
    public String signature() {
        return "layers " + joined() + " batch " + batch;
    }

    private String joined() {
        return Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    }

    @Override
    public Work prepare(Backend backend) {
        return new Layers(backend);
    }

    private final class Layers implements Work {
        private final Backend backend;
        private final List<Tensor> tensors = new ArrayList<>();
        private final List<Tensor> outputs = new ArrayList<>();
        private final List<Tensor> gradients = new ArrayList<>();
        private final List<Tensor> weights = new ArrayList<>();
        private final List<Tensor> biases = new ArrayList<>();
        private final List<Tensor> weightGradients = new ArrayList<>();
        private final List<Tensor> biasGradients = new ArrayList<>();

        Layers(Backend backend) {
            this.backend = backend;
            for (int width : widths) {
                outputs.add(random(batch, width));
                gradients.add(random(batch, width));
            }
            for (int layer = 0; layer < widths.length - 1; layer++) {
                weights.add(random(widths[layer], widths[layer + 1]));
                weightGradients.add(random(widths[layer], widths[layer + 1]));
                biases.add(random(1, widths[layer + 1]));
                biasGradients.add(random(1, widths[layer + 1]));
            }
        }

        private Tensor random(int rows, int cols) {
            Tensor tensor = backend.allocate(rows, cols);
            tensors.add(tensor);
            backend.normal(1, tensors.size(), 0, 0, DEVIATION, tensor);
            return tensor;
        }

        @Override
        public void run() {
            for (int i = 0; i < weights.size(); i++) {
                backend.dense(outputs.get(i), weights.get(i), biases.get(i), Activation.RELU, outputs.get(i + 1));
            }
            for (int i = weights.size() - 1; i >= 0; i--) {
                Tensor above = gradients.get(i + 1);
                backend.denseBackwardWeights(
                        outputs.get(i), above, Store.OVERWRITE, weightGradients.get(i), biasGradients.get(i));
                if (i > 0) {
                    backend.denseBackwardInput(
                            above, weights.get(i), Activation.RELU, outputs.get(i), gradients.get(i));
                }
            }
        }

        @Override
        public void close() {
            tensors.forEach(Tensor::close);
        }
    }
}
