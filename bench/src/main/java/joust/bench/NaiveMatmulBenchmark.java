package joust.bench;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The loop people write first, in its better order i-k-j: what a backend has to beat. It reads {@code op(a)} and
 * {@code op(b)} as they are stored; for NT that makes the inner loop stride, which is part of being naive.
 */
@SuppressWarnings("NullAway.Init") // JMH calls setUp first.
public class NaiveMatmulBenchmark extends TimingSettings {
    /** Which operands are stored transposed. */
    @Param({"NN", "NT", "TN", "TT"})
    public Product product = Product.NN;

    /** {@code m x k x n}, or one number for a square. */
    @Param({"256", "128x512x784"})
    public String shape = "256";

    private MatmulCase matmul;
    private float[] out;

    /** Makes the operands, computes once and verifies. */
    @Setup(Level.Trial)
    public void setUp() {
        matmul = new MatmulCase(product, MatrixShape.parse(shape));
        out = new float[Math.multiplyExact(matmul.shape.m(), matmul.shape.n())];
        matmul.verify("naive", matmul());
    }

    /** The product. */
    @Benchmark
    public float[] matmul() {
        MatrixShape s = matmul.shape;
        Arrays.fill(out, 0);
        if (product.transposeB()) {
            strided(s.m(), s.k(), s.n());
        } else {
            contiguous(s.m(), s.k(), s.n());
        }
        return out;
    }

    private void contiguous(int m, int k, int n) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                float factor = matmul.a[product.transposeA() ? l * m + i : i * k + l];
                for (int j = 0; j < n; j++) {
                    out[i * n + j] = Math.fma(factor, matmul.b[l * n + j], out[i * n + j]);
                }
            }
        }
    }

    private void strided(int m, int k, int n) {
        for (int i = 0; i < m; i++) {
            for (int l = 0; l < k; l++) {
                float factor = matmul.a[product.transposeA() ? l * m + i : i * k + l];
                for (int j = 0; j < n; j++) {
                    out[i * n + j] = Math.fma(factor, matmul.b[j * k + l], out[i * n + j]);
                }
            }
        }
    }
}
