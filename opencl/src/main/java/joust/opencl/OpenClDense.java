package joust.opencl;

import joust.backend.Activation;
import joust.backend.Arithmetic;
import joust.backend.Store;
import joust.backend.Tensor;

/** Matrix products and layers of the OpenCL backend, and column sums. */
abstract class OpenClDense extends OpenClStorage {
    private final DeviceProducts products;
    private final ClKernel addBias;
    private final ClKernel sumRows;

    OpenClDense(OpenClContext context, DeviceProducts products) {
        super(context);
        this.products = products;
        this.addBias = kernel("add_bias");
        this.sumRows = kernel("sum_rows");
    }

    @Override
    public final String name() {
        return context().facts().name() + (products.onTensorCores() ? "+" + DeviceProducts.TF32 : "");
    }

    @Override
    public final String device() {
        return context().facts().description() + ", " + products.description();
    }

    @Override
    public final Arithmetic arithmetic() {
        if (!context().facts().exact()) {
            return Arithmetic.TOLERANCE;
        }
        return products.onTensorCores() ? Arithmetic.TF32 : Arithmetic.FMA;
    }

    @Override
    public final void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        products.matmul(transposeA, a, transposeB, b, store, out);
    }

    @Override
    public final void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        products.dense(x, w, bias, activation, y);
    }

    @Override
    public final void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        products.denseBackwardInput(gradient, w, activationBelow, yBelow, gradientBelow);
    }

    @Override
    public final void denseBackwardWeights(
            Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        products.denseBackwardWeights(x, gradient, store, gradientW, gradientBias);
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
