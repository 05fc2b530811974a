package joust.bench;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;

/** A product by netlib's BLAS on the Vector API: column-major, so it multiplies the transposes in reverse. */
final class NetlibGemm implements PeerGemm {
    private final BLAS blas = JavaBLAS.getInstance();
    private final MatmulCase matmul;
    private final float[] c;

    NetlibGemm(MatmulCase matmul, int threads) {
        if (threads != 1) {
            throw new IllegalArgumentException("threads: " + threads + ", netlib's BLAS has 1");
        }
        String kind = blas.getClass().getSimpleName();
        if (!kind.equals("VectorBLAS")) {
            throw new IllegalStateException("netlib: chose " + kind + ", expected VectorBLAS");
        }
        this.matmul = matmul;
        c = new float[matmul.shape.m() * matmul.shape.n()];
    }

    @Override
    public void multiply() {
        int m = matmul.shape.m();
        int k = matmul.shape.k();
        int n = matmul.shape.n();
        blas.sgemm(
                matmul.product.transposeB() ? "T" : "N",
                matmul.product.transposeA() ? "T" : "N",
                n,
                m,
                k,
                1f,
                matmul.b,
                matmul.colsOfB(),
                matmul.a,
                matmul.colsOfA(),
                0f,
                c,
                n);
    }

    @Override
    public float[] result() {
        return c;
    }
}
