package joust.scalar;

import joust.backend.Activation;

/** From an {@link Activation} to its kernel; arguments as those of the kernels. */
final class ActivationDispatch {
    private ActivationDispatch() {}

    static void forward(Activation f, float[] x, int xOffset, float[] y, int yOffset, int count) {
        switch (f.kind()) {
            case IDENTITY -> System.arraycopy(x, xOffset, y, yOffset, count);
            case RELU -> ActivationKernels.relu(x, xOffset, y, yOffset, count);
            case LEAKY_RELU -> ActivationKernels.leakyRelu(f.slope(), x, xOffset, y, yOffset, count);
            case SIGMOID -> ActivationKernels.sigmoid(x, xOffset, y, yOffset, count);
            case TANH -> ActivationKernels.tanh(x, xOffset, y, yOffset, count);
        }
    }

    static void backward(
            Activation f,
            float[] y,
            int yOffset,
            float[] gradient,
            int gradientOffset,
            float[] out,
            int outOffset,
            int count) {
        switch (f.kind()) {
            case IDENTITY -> System.arraycopy(gradient, gradientOffset, out, outOffset, count);
            case RELU -> ActivationGradientKernels.relu(y, yOffset, gradient, gradientOffset, out, outOffset, count);
            case LEAKY_RELU ->
                ActivationGradientKernels.leakyRelu(
                        f.slope(), y, yOffset, gradient, gradientOffset, out, outOffset, count);
            case SIGMOID ->
                ActivationGradientKernels.sigmoid(y, yOffset, gradient, gradientOffset, out, outOffset, count);
            case TANH -> ActivationGradientKernels.tanh(y, yOffset, gradient, gradientOffset, out, outOffset, count);
        }
    }
}
