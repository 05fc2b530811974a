package joust.bench;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * One matrix product on random numbers. Packing is part of what is timed, transfers are not; operands stay in cache where
 * they fit, as they do between the layers of a network.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class MatmulBenchmark extends BackendBenchmark {
    /** Which operands are stored transposed. */
    @Param({"NN", "NT", "TN", "TT"})
    public Product product = Product.NN;

    /** {@code m x k x n}, or one number for a square; 1024 and 2048 take the scalar backend seconds, so they are left to {@code -p}. */
    @Param({
        "64",
        "128",
        "256",
        "512",
        "128x100x256",
        "128x256x512",
        "128x512x784",
        "128x784x512",
        "256x784x512",
        "512x128x784"
    })
    public String shape = "64";

    private Backend device;
    private Tensor a;
    private Tensor b;
    private Tensor out;

    @Override
    void prepare(Backend device) {
        MatmulCase matmul = new MatmulCase(product, MatrixShape.parse(shape));
        this.device = device;
        a = upload(device, matmul.a, matmul.rowsOfA(), matmul.colsOfA());
        b = upload(device, matmul.b, matmul.rowsOfB(), matmul.colsOfB());
        out = device.allocate(matmul.shape.m(), matmul.shape.n());
        matmul();
        matmul.verify(backend, download(device, out));
    }

    /** The product; waits until the device has finished, or only the enqueueing would be timed. */
    @Benchmark
    public void matmul() {
        device.matmul(product.transposeA(), a, product.transposeB(), b, Store.OVERWRITE, out);
        device.synchronize();
    }
}
