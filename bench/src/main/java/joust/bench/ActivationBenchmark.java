package joust.bench;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Activations over one layer's output, forward and backward, on random numbers in [-4, 4). */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class ActivationBenchmark extends BackendBenchmark {
    /** Which activation. */
    @Param({"RELU", "LEAKY_RELU", "SIGMOID", "TANH"})
    public Activation.Kind activation = Activation.Kind.RELU;

    /** Elements: 128 x 784 is the output of the largest layer of the {@code mnist} networks. */
    @Param("100352")
    public int size = 100352;

    private Backend device;
    private Activation function;
    private Tensor x;
    private Tensor y;
    private Tensor gradient;
    private Tensor gradientX;

    @Override
    void prepare(Backend device) {
        this.device = device;
        Activation f =
                activation == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(0.2f) : new Activation(activation, 0);
        float[] input = ElementCheck.scaled(MatmulCase.random(1, size), 4);
        float[] factor = MatmulCase.random(2, size);
        function = f;
        x = upload(device, input, 1, size);
        gradient = upload(device, factor, 1, size);
        y = device.allocate(1, size);
        gradientX = device.allocate(1, size);
        forward();
        backward();
        ElementCheck.verify(backend + " forward", download(device, y), i -> ActivationOracle.value(f, input[i]));
        ElementCheck.verify(
                backend + " backward",
                download(device, gradientX),
                i -> ActivationOracle.derivative(f, input[i]) * factor[i]);
    }

    /** {@code y = f(x)}. */
    @Benchmark
    public void forward() {
        device.activate(function, x, y);
        device.synchronize();
    }

    /** {@code gradientX = gradient ⊙ f′}. */
    @Benchmark
    public void backward() {
        device.activateBackward(function, y, gradient, gradientX);
        device.synchronize();
    }
}
