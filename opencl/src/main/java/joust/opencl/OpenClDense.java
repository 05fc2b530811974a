package joust.opencl;

import joust.backend.Store;
import joust.backend.Tensor;

/** Matrix products of the OpenCL backend, and column sums. */
abstract class OpenClDense extends OpenClStorage {
    private final ClKernel product;
    private final ClKernel addBias;
    private final ClKernel sumRows;

    OpenClDense(OpenClContext context) {
        super(context);
        this.product = kernel("product");
        this.addBias = kernel("add_bias");
        this.sumRows = kernel("sum_rows");
    }

    @Override
    public final void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        product.arguments()
                .tensor(a)
                .integer(transposeA ? 1 : a.cols())
                .integer(transposeA ? a.cols() : 1)
                .tensor(b)
                .integer(transposeB ? 1 : b.cols())
                .integer(transposeB ? b.cols() : 1)
                .integer(transposeA ? a.rows() : a.cols())
                .integer(added(store))
                .tensor(out)
                .integer(out.cols())
                .integer(out.size())
                .launch(out.size());
    }

    @Override
    public final void addBias(Tensor bias, Tensor y) {
        addBias.arguments()
                .tensor(bias)
                .tensor(y)
                .integer(y.cols())
                .integer(y.size())
                .launch(y.size());
    }

    @Override
    public final void sumRows(Tensor x, Store store, Tensor out) {
        sumRows.arguments()
                .tensor(x)
                .integer(x.rows())
                .integer(added(store))
                .tensor(out)
                .integer(out.size())
                .launch(out.size());
    }

    /** What kernels take for a {@link Store}: whether they add. */
    static int added(Store store) {
        return store == Store.ADD ? 1 : 0;
    }
}
