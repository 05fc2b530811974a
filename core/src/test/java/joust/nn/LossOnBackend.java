package joust.nn;

import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/** Asks a backend for the loss that a {@link ReferenceLoss} describes. */
final class LossOnBackend {
    private final Backend backend;

    LossOnBackend(Backend backend) {
        this.backend = backend;
    }

    /** Writes the gradient of a pass's output, scaled, and returns the losses. */
    float[] apply(ReferenceLoss loss, Pass pass, float scale) {
        Tensor outputs = pass.output();
        Tensor gradient = pass.outputGradient();
        Tensor losses = backend.allocate(outputs.rows(), loss instanceof ReferenceLoss.Squared ? outputs.cols() : 1);
        switch (loss) {
            case ReferenceLoss.Adversarial a ->
                backend.adversarialLoss(a.loss(), a.side(), (float) a.t(), outputs, scale, losses, gradient);
            case ReferenceLoss.Softmax(List<Integer> labels) -> {
                if (labels.stream().distinct().count() == 1 && outputs.cols() == 2) {
                    backend.twoClassCrossEntropy(labels.getFirst(), outputs, scale, losses, gradient);
                } else {
                    backend.softmaxCrossEntropy(outputs, column(labels, outputs.rows()), scale, losses, gradient);
                }
            }
            case ReferenceLoss.Squared(List<double[]> targets) ->
                backend.squaredError(outputs, targets(targets, outputs), scale, losses, gradient);
        }
        float[] values = new float[losses.size()];
        backend.download(losses, values, 0);
        return values;
    }

    private Tensor column(List<Integer> labels, int rows) {
        float[] values = new float[rows];
        for (int r = 0; r < rows; r++) {
            values[r] = labels.get(r);
        }
        Tensor column = backend.allocate(rows, 1);
        backend.upload(values, 0, column);
        return column;
    }

    private Tensor targets(List<double[]> targets, Tensor outputs) {
        float[] values = new float[outputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) targets.get(i / outputs.cols())[i % outputs.cols()];
        }
        Tensor tensor = backend.allocate(outputs.rows(), outputs.cols());
        backend.upload(values, 0, tensor);
        return tensor;
    }
}
