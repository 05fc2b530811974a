package joust.bench;

import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.CommonOps_MT_FDRM;

/** A product by EJML, its concurrent code from two threads on. */
final class EjmlGemm implements PeerGemm {
    private final Product product;
    private final boolean concurrent;
    private final FMatrixRMaj a;
    private final FMatrixRMaj b;
    private final FMatrixRMaj c;

    EjmlGemm(MatmulCase matmul, int threads) {
        product = matmul.product;
        concurrent = threads > 1;
        EjmlConcurrency.setMaxThreads(threads);
        a = FMatrixRMaj.wrap(matmul.rowsOfA(), matmul.colsOfA(), matmul.a);
        b = FMatrixRMaj.wrap(matmul.rowsOfB(), matmul.colsOfB(), matmul.b);
        c = new FMatrixRMaj(matmul.shape.m(), matmul.shape.n());
    }

    @Override
    public void multiply() {
        if (concurrent) {
            multiplyConcurrently();
        } else {
            multiplyAlone();
        }
    }

    private void multiplyAlone() {
        switch (product) {
            case NN -> CommonOps_FDRM.mult(a, b, c);
            case NT -> CommonOps_FDRM.multTransB(a, b, c);
            case TN -> CommonOps_FDRM.multTransA(a, b, c);
            case TT -> CommonOps_FDRM.multTransAB(a, b, c);
        }
    }

    private void multiplyConcurrently() {
        switch (product) {
            case NN -> CommonOps_MT_FDRM.mult(a, b, c);
            case NT -> CommonOps_MT_FDRM.multTransB(a, b, c);
            case TN -> CommonOps_MT_FDRM.multTransA(a, b, c);
            case TT -> CommonOps_MT_FDRM.multTransAB(a, b, c);
        }
    }

    @Override
    public float[] result() {
        return c.data;
    }
}
