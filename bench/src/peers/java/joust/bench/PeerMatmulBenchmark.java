package joust.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The products of {@link MatmulBenchmark} by other libraries: operands allocated once, nothing copied while timed. */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class PeerMatmulBenchmark extends PeerSettings {
    /** Who computes. */
    @Param({"OPENBLAS", "OPENBLAS_SYSTEM", "MKL", "NETLIB", "EJML"})
    public MatmulPeer peer = MatmulPeer.OPENBLAS;

    /** Threads of the library. */
    @Param("1")
    public int threads = 1;

    /** Which operands are stored transposed. */
    @Param({"NN", "NT", "TN"})
    public Product product = Product.NN;

    /** {@code m x k x n}, or one number for a square. */
    @Param({"256", "128x512x784"})
    public String shape = "256";

    private PeerGemm gemm;

    /** Loads the library, computes once and verifies. */
    @Setup(Level.Trial)
    public void setUp() throws Throwable {
        MatmulCase matmul = new MatmulCase(product, MatrixShape.parse(shape));
        gemm = peer.open(matmul, threads);
        gemm.multiply();
        matmul.verify(peer.name(), gemm.result());
    }

    /** The product. */
    @Benchmark
    public void matmul() throws Throwable {
        gemm.multiply();
    }
}
