package joust.bench;

import joust.backend.Backend;
import joust.backend.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** A fully connected layer with ReLU, forward and backward, at the shapes of the {@code mnist} networks. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class DenseBenchmark extends BackendBenchmark {
    /** Rows x inputs x outputs. */
    @Param({"128x100x256", "128x256x512", "128x512x784", "128x784x512", "256x784x512", "256x512x256"})
    public String shape = "128x100x256";

    /** Fused or not. */
    @Param({"FUSED", "COMPOSED"})
    public DenseForm form = DenseForm.FUSED;

    /** Whether packed copies of the weights outlive a call. */
    @Param({"CHANGING", "KEPT"})
    public WeightUse weights = WeightUse.CHANGING;

    private Backend device;
    private Tensor x;
    private Tensor w;
    /** Behind the weights in the same storage: a write to it outdates whatever is kept of them, and costs nothing. */
    private Tensor mark;

    private Tensor bias;
    private Tensor y;
    private Tensor gradient;
    private DenseGradients out;

    @Override
    void prepare(Backend device) {
        DenseCase dense = new DenseCase(MatrixShape.parse(shape));
        int m = dense.shape.m();
        int k = dense.shape.k();
        int n = dense.shape.n();
        this.device = device;
        Tensor storage = device.allocate(1, k * n + 1);
        w = device.view(storage, 0, k, n);
        mark = device.view(storage, k * n, 1, 1);
        device.upload(dense.w, 0, w);
        x = upload(device, dense.x, m, k);
        bias = upload(device, dense.bias, 1, n);
        gradient = upload(device, dense.gradient, m, n);
        y = device.allocate(m, n);
        out = new DenseGradients(device.allocate(m, k), device.allocate(k, n), device.allocate(1, n));
        forward();
        dense.verifyForward(backend, download(device, y));
        backward();
        dense.verifyBackward(
                backend, download(device, out.x()), download(device, out.w()), download(device, out.bias()));
    }

    /** {@code y = relu(x w + bias)}. */
    @Benchmark
    public void forward() {
        touchWeights();
        form.forward(device, x, w, bias, y);
        device.synchronize();
    }

    /** The gradients of the input, through the ReLU below it, of the weights and of the bias. */
    @Benchmark
    public void backward() {
        touchWeights();
        form.backward(device, x, w, gradient, out);
        device.synchronize();
    }

    private void touchWeights() {
        if (weights == WeightUse.CHANGING) {
            device.fill(mark, 0);
        }
    }
}
