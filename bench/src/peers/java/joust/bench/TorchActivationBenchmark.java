package joust.bench;

import joust.backend.Activation;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The activations of {@link ActivationBenchmark} in PyTorch, from one tensor into another. ReLU is {@code clamp_min}, since
 * {@code relu_out} computes into a new tensor first.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class TorchActivationBenchmark extends PeerSettings {
    /** The library. */
    @Param("PYTORCH")
    public String peer = "PYTORCH";

    /** Threads of the library. */
    @Param("1")
    public int threads = 1;

    /** Which activation. */
    @Param({"RELU", "SIGMOID", "TANH"})
    public Activation.Kind activation = Activation.Kind.RELU;

    /** Elements. */
    @Param("100352")
    public int size = 100352;

    private Scalar zero;
    private Tensor x;
    private Tensor y;
    private Tensor gradient;
    private Tensor gradientX;

    /** Loads the library, computes once and verifies. */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        TorchRuntime.load(threads);
        zero = new Scalar(0.0);
        float[] input = ElementCheck.scaled(MatmulCase.random(1, size), 4);
        float[] factor = MatmulCase.random(2, size);
        Activation function = new Activation(activation, 0);
        x = TorchRuntime.tensor(input, 1, size);
        gradient = TorchRuntime.tensor(factor, 1, size);
        y = torch.empty(1, size);
        gradientX = torch.empty(1, size);
        forward();
        backward();
        ElementCheck.verify(
                peer + " forward", TorchRuntime.values(y), i -> ActivationOracle.value(function, input[i]));
        ElementCheck.verify(
                peer + " backward",
                TorchRuntime.values(gradientX),
                i -> ActivationOracle.derivative(function, input[i]) * factor[i]);
    }

    /** {@code y = f(x)}. */
    @Benchmark
    public void forward() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            switch (activation) {
                case RELU -> torch.clamp_min_out(y, x, zero);
                case SIGMOID -> torch.sigmoid_out(y, x);
                case TANH -> torch.tanh_out(y, x);
                default -> throw new IllegalStateException("activation: " + activation);
            }
        }
    }

    /** {@code gradientX = gradient ⊙ f′}. */
    @Benchmark
    public void backward() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            switch (activation) {
                case RELU -> torch.threshold_backward_out(gradientX, gradient, y, zero);
                case SIGMOID -> torch.sigmoid_backward_out(gradientX, gradient, y);
                case TANH -> torch.tanh_backward_out(gradientX, gradient, y);
                default -> throw new IllegalStateException("activation: " + activation);
            }
        }
    }
}
