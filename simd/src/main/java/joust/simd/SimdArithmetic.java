package joust.simd;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import joust.backend.Activation;
import joust.backend.Tensor;
import joust.simd.SharedTask.Kernel;

/** Activations and arithmetic of the SIMD backend. */
abstract class SimdArithmetic extends SimdDense {
    /** Elements from which on memory moves are shared: 4 µs on one thread, a few times what it takes to wake another. */
    static final int MOVES = 65_536;
    /** Elements from which on polynomials are shared. */
    static final int CURVES = 8_192;

    private static final Kernel RELU = (o, w, i, n) -> SimdActivationKernels.relu(o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel LEAKY_RELU =
            (o, w, i, n) -> SimdActivationKernels.leakyRelu((float) o.p, o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel SIGMOID =
            (o, w, i, n) -> SimdActivationKernels.sigmoid(o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel TANH = (o, w, i, n) -> SimdActivationKernels.tanh(o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel RELU_BACKWARD =
            (o, w, i, n) -> SimdActivationGradientKernels.relu(o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel LEAKY_RELU_BACKWARD = (o, w, i, n) ->
            SimdActivationGradientKernels.leakyRelu((float) o.p, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel SIGMOID_BACKWARD =
            (o, w, i, n) -> SimdActivationGradientKernels.sigmoid(o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel TANH_BACKWARD =
            (o, w, i, n) -> SimdActivationGradientKernels.tanh(o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel SIGMOID_CURVATURE =
            (o, w, i, n) -> SimdActivationCurvatureKernels.sigmoid(o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel TANH_CURVATURE =
            (o, w, i, n) -> SimdActivationCurvatureKernels.tanh(o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel SCALE =
            (o, w, i, n) -> SimdElementwiseKernels.scale((float) o.p, o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel ADD_SCALED =
            (o, w, i, n) -> SimdElementwiseKernels.addScaled((float) o.p, o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel MULTIPLY =
            (o, w, i, n) -> SimdElementwiseKernels.multiply(o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel CLAMP =
            (o, w, i, n) -> SimdClampKernels.clamp((float) o.p, (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel CLAMP_BACKWARD = (o, w, i, n) ->
            SimdClampKernels.backward((float) o.p, (float) o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);

    /** What the operations of this layer and of those above it share with the team. */
    final SharedTask task;

    SimdArithmetic(Team team) {
        super(team);
        this.task = new SharedTask(team);
    }

    @Override
    public final void activate(Activation activation, Tensor x, Tensor y) {
        task.on(x, y).with(activation.slope(), 0);
        switch (activation.kind()) {
            case IDENTITY -> System.arraycopy(arrayOf(x), startOf(x), arrayOf(y), startOf(y), y.size());
            case RELU -> task.compute(RELU, y.size(), MOVES);
            case LEAKY_RELU -> task.compute(LEAKY_RELU, y.size(), MOVES);
            case SIGMOID -> task.compute(SIGMOID, y.size(), CURVES);
            case TANH -> task.compute(TANH, y.size(), CURVES);
        }
    }

    @Override
    public final void activateBackward(Activation activation, Tensor y, Tensor gradient, Tensor gradientX) {
        task.on(y, gradient, gradientX).with(activation.slope(), 0);
        int size = gradientX.size();
        switch (activation.kind()) {
            case IDENTITY ->
                System.arraycopy(arrayOf(gradient), startOf(gradient), arrayOf(gradientX), startOf(gradientX), size);
            case RELU -> task.compute(RELU_BACKWARD, size, MOVES);
            case LEAKY_RELU -> task.compute(LEAKY_RELU_BACKWARD, size, MOVES);
            case SIGMOID -> task.compute(SIGMOID_BACKWARD, size, MOVES);
            case TANH -> task.compute(TANH_BACKWARD, size, MOVES);
        }
    }

    @Override
    public final void activateSecondDerivative(Activation activation, Tensor y, Tensor factor, Tensor out) {
        switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> fill(out, 0f);
            case SIGMOID -> task.on(y, factor, out).compute(SIGMOID_CURVATURE, out.size(), MOVES);
            case TANH -> task.on(y, factor, out).compute(TANH_CURVATURE, out.size(), MOVES);
        }
    }

    @Override
    public final void scale(float factor, Tensor x, Tensor y) {
        task.on(x, y).with(factor, 0).compute(SCALE, y.size(), MOVES);
    }

    @Override
    public final void addScaled(float factor, Tensor x, Tensor y) {
        task.on(x, y).with(factor, 0).compute(ADD_SCALED, y.size(), MOVES);
    }

    @Override
    public final void multiply(Tensor a, Tensor b, Tensor out) {
        task.on(a, b, out).compute(MULTIPLY, out.size(), MOVES);
    }

    @Override
    public final void clamp(float low, float high, Tensor x, Tensor y) {
        task.on(x, y).with(low, high).compute(CLAMP, y.size(), MOVES);
    }

    @Override
    public final void clampBackward(float low, float high, Tensor x, Tensor gradient, Tensor gradientX) {
        task.on(x, gradient, gradientX).with(low, high).compute(CLAMP_BACKWARD, gradientX.size(), MOVES);
    }
}
