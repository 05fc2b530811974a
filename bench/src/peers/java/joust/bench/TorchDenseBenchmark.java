package joust.bench;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The layers of {@link DenseBenchmark} in PyTorch, results in place. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class TorchDenseBenchmark extends PeerSettings {
    /** The library. */
    @Param("PYTORCH")
    public String peer = "PYTORCH";

    /** Threads of the library. */
    @Param("1")
    public int threads = 1;

    /** Rows x inputs x outputs. */
    @Param({"128x100x256", "128x256x512", "128x512x784", "128x784x512", "256x784x512", "256x512x256"})
    public String shape = "128x100x256";

    private Scalar zero;
    private Tensor x;
    private Tensor transposedX;
    private Tensor w;
    private Tensor transposedW;
    private Tensor bias;
    private Tensor y;
    private Tensor gradient;
    private Tensor gradientX;
    private Tensor gradientW;
    private Tensor gradientBias;

    /** Loads the library, computes once and verifies. */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        TorchRuntime.load(threads);
        DenseCase dense = new DenseCase(MatrixShape.parse(shape));
        int m = dense.shape.m();
        int k = dense.shape.k();
        int n = dense.shape.n();
        zero = new Scalar(0.0);
        x = TorchRuntime.tensor(dense.x, m, k);
        w = TorchRuntime.tensor(dense.w, k, n);
        transposedX = x.t();
        transposedW = w.t();
        bias = TorchRuntime.tensor(dense.bias, 1, n).view(n);
        gradient = TorchRuntime.tensor(dense.gradient, m, n);
        y = torch.empty(m, n);
        gradientX = torch.empty(m, k);
        gradientW = torch.empty(k, n);
        gradientBias = torch.empty(n);
        forward();
        dense.verifyForward(peer, TorchRuntime.values(y));
        backward();
        dense.verifyBackward(
                peer,
                TorchRuntime.values(gradientX),
                TorchRuntime.values(gradientW),
                TorchRuntime.values(gradientBias));
    }

    /** {@code y = relu(x w + bias)}. */
    @Benchmark
    public void forward() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            torch.addmm_out(y, bias, x, w);
            torch.relu_(y);
        }
    }

    /** The gradients of the input, through the ReLU below it, of the weights and of the bias. */
    @Benchmark
    public void backward() {
        try (PointerScope _ = new PointerScope();
                NoGradGuard _ = new NoGradGuard()) {
            torch.mm_out(gradientX, gradient, transposedW);
            torch.threshold_backward_out(gradientX, gradientX, x, zero);
            torch.mm_out(gradientW, transposedX, gradient);
            torch.sum_out(gradientBias, gradient, 0);
        }
    }
}
