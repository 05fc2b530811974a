package joust.nn;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * The end of a pass: from the last layer's y through the head to the output, and back. Where a transform does nothing, its
 * result is the tensor before it, so that it costs neither time nor memory.
 *
 * @param y the last layer's output, after its activation
 * @param scaled {@code scale * y}: the input of the clamp
 * @param output what the network gives
 * @param outputGradient the gradient with respect to the output, written by the caller
 * @param preActivationGradient the gradient with respect to the input of the last activation
 */
record PassOutput(
        Backend backend,
        Head head,
        Activation activation,
        Tensor y,
        Tensor scaled,
        Tensor output,
        Tensor outputGradient,
        Tensor preActivationGradient) {

    static PassOutput allocate(Workspace workspace, Backend backend, Head head, Activation activation, Tensor y) {
        Tensor scaled = head.scales() ? workspace.allocate(y.rows(), y.cols()) : y;
        Tensor output = head.clamps() ? workspace.allocate(y.rows(), y.cols()) : scaled;
        Tensor outputGradient = workspace.allocate(y.rows(), y.cols());
        Tensor preActivationGradient =
                isDirect(head, activation) ? outputGradient : workspace.allocate(y.rows(), y.cols());
        return new PassOutput(backend, head, activation, y, scaled, output, outputGradient, preActivationGradient);
    }

    PassOutput rows(Rows rows, Tensor yOfRows) {
        Tensor scaledOfRows = head.scales() ? rows.of(scaled) : yOfRows;
        Tensor outputOfRows = head.clamps() ? rows.of(output) : scaledOfRows;
        Tensor outputGradientOfRows = rows.of(outputGradient);
        Tensor preActivationGradientOfRows =
                isDirect(head, activation) ? outputGradientOfRows : rows.of(preActivationGradient);
        return new PassOutput(
                backend,
                head,
                activation,
                yOfRows,
                scaledOfRows,
                outputOfRows,
                outputGradientOfRows,
                preActivationGradientOfRows);
    }

    void forward() {
        if (head.scales()) {
            backend.scale(head.scale(), y, scaled);
        }
        if (head.clamps()) {
            backend.clamp(head.clampLow(), head.clampHigh(), scaled, output);
        }
    }

    void backward() {
        Tensor gradient = outputGradient;
        if (head.clamps()) {
            backend.clampBackward(head.clampLow(), head.clampHigh(), scaled, gradient, preActivationGradient);
            gradient = preActivationGradient;
        }
        if (head.scales()) {
            backend.scale(head.scale(), gradient, preActivationGradient);
            gradient = preActivationGradient;
        }
        if (!activation.equals(Activation.IDENTITY)) {
            backend.activateBackward(activation, y, gradient, preActivationGradient);
        }
    }

    /** As {@link #backward()}, where the gradient is the one that was written to {@link #sink()}. */
    void backwardFromSink() {
        if (!head.isNone()) {
            backward();
        }
    }

    GradientSink sink() {
        return head.isNone()
                ? new GradientSink(preActivationGradient, activation, y)
                : new GradientSink(outputGradient, Activation.IDENTITY, output);
    }

    private static boolean isDirect(Head head, Activation activation) {
        return head.isNone() && activation.equals(Activation.IDENTITY);
    }
}
