package joust.opencl;

import joust.backend.Activation;
import joust.backend.Tensor;

/** Activations and arithmetic of the OpenCL backend. */
abstract class OpenClArithmetic extends OpenClDense {
    private final ClKernel relu;
    private final ClKernel leakyRelu;
    private final ClKernel sigmoid;
    private final ClKernel tanh;
    private final ClKernel reluBackward;
    private final ClKernel leakyReluBackward;
    private final ClKernel sigmoidBackward;
    private final ClKernel tanhBackward;
    private final ClKernel sigmoidCurvature;
    private final ClKernel tanhCurvature;
    private final ClKernel scale;
    private final ClKernel addScaled;
    private final ClKernel multiply;
    private final ClKernel clamp;
    private final ClKernel clampBackward;

    OpenClArithmetic(OpenClContext context, DeviceProducts products) {
        super(context, products);
        this.relu = kernel("relu");
        this.leakyRelu = kernel("leaky_relu");
        this.sigmoid = kernel("sigmoid_of");
        this.tanh = kernel("tanh_of");
        this.reluBackward = kernel("relu_backward");
        this.leakyReluBackward = kernel("leaky_relu_backward");
        this.sigmoidBackward = kernel("sigmoid_backward");
        this.tanhBackward = kernel("tanh_backward");
        this.sigmoidCurvature = kernel("sigmoid_curvature");
        this.tanhCurvature = kernel("tanh_curvature");
        this.scale = kernel("scale");
        this.addScaled = kernel("add_scaled");
        this.multiply = kernel("multiply");
        this.clamp = kernel("clamp_between");
        this.clampBackward = kernel("clamp_backward");
    }

    /** The last arguments of every kernel element by element: input, output, count. */
    private static void launch(ClKernel kernel, Tensor x, Tensor y) {
        kernel.tensor(x).tensor(y).integer(y.size()).launch(y.size());
    }

    private static void launch(ClKernel kernel, Tensor a, Tensor b, Tensor out) {
        kernel.tensor(a).tensor(b).tensor(out).integer(out.size()).launch(out.size());
    }

    /** In place nothing has to be moved. */
    @SuppressWarnings("ReferenceEquality") // two roots of equal shape are two roots
    private void move(Tensor source, Tensor destination) {
        if (source.root() != destination.root() || source.offset() != destination.offset()) {
            copy(source, destination);
        }
    }

    @Override
    public final void activate(Activation activation, Tensor x, Tensor y) {
        switch (activation.kind()) {
            case IDENTITY -> move(x, y);
            case RELU -> launch(relu.arguments(), x, y);
            case LEAKY_RELU -> launch(leakyRelu.arguments().real(activation.slope()), x, y);
            case SIGMOID -> launch(sigmoid.arguments(), x, y);
            case TANH -> launch(tanh.arguments(), x, y);
        }
    }

    @Override
    public final void activateBackward(Activation activation, Tensor y, Tensor gradient, Tensor gradientX) {
        switch (activation.kind()) {
            case IDENTITY -> move(gradient, gradientX);
            case RELU -> launch(reluBackward.arguments(), y, gradient, gradientX);
            case LEAKY_RELU -> launch(leakyReluBackward.arguments().real(activation.slope()), y, gradient, gradientX);
            case SIGMOID -> launch(sigmoidBackward.arguments(), y, gradient, gradientX);
            case TANH -> launch(tanhBackward.arguments(), y, gradient, gradientX);
        }
    }

    @Override
    public final void activateSecondDerivative(Activation activation, Tensor y, Tensor factor, Tensor out) {
        switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> fill(out, 0f);
            case SIGMOID -> launch(sigmoidCurvature.arguments(), y, factor, out);
            case TANH -> launch(tanhCurvature.arguments(), y, factor, out);
        }
    }

    @Override
    public final void scale(float factor, Tensor x, Tensor y) {
        launch(scale.arguments().real(factor), x, y);
    }

    @Override
    public final void addScaled(float factor, Tensor x, Tensor y) {
        launch(addScaled.arguments().real(factor), x, y);
    }

    @Override
    public final void multiply(Tensor a, Tensor b, Tensor out) {
        launch(multiply.arguments(), a, b, out);
    }

    @Override
    public final void clamp(float low, float high, Tensor x, Tensor y) {
        launch(clamp.arguments().real(low).real(high), x, y);
    }

    @Override
    public final void clampBackward(float low, float high, Tensor x, Tensor gradient, Tensor gradientX) {
        launch(clampBackward.arguments().real(low).real(high), x, gradient, gradientX);
    }
}
