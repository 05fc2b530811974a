package joust.opencl;

import joust.backend.Activation;
import joust.backend.Store;
import joust.backend.Tensor;

/** The matrix products and layers of a device, each by the kernels that its size asks for. */
final class DeviceProducts {
    private final ProductChoice choice;

    DeviceProducts(ProductChoice choice) {
        this.choice = choice;
    }

    /** As {@link joust.backend.DenseOperations#matmul}. */
    void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        compute(ProductForm.of(transposeA, transposeB), store, a, b, out, Activation.IDENTITY, out, out);
    }

    /** As {@link joust.backend.DenseOperations#dense}. */
    void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        compute(ProductForm.LAYER, Store.OVERWRITE, x, w, y, activation, bias, y);
    }

    /** As {@link joust.backend.DenseOperations#denseBackwardInput}. */
    void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        compute(
                ProductForm.INPUT_GRADIENT,
                Store.OVERWRITE,
                gradient,
                w,
                gradientBelow,
                activationBelow,
                yBelow,
                gradientBelow);
    }

    /** As {@link joust.backend.DenseOperations#denseBackwardWeights}. */
    void denseBackwardWeights(Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        compute(
                ProductForm.PARAMETER_GRADIENT,
                store,
                x,
                gradient,
                gradientW,
                Activation.IDENTITY,
                gradientW,
                gradientBias);
    }

    private void compute(
            ProductForm form,
            Store store,
            Tensor a,
            Tensor b,
            Tensor out,
            Activation activation,
            Tensor beside,
            Tensor sums) {
        choice.of(form, out.rows(), out.cols(), form.depth(a))
                .compute(form, store == Store.ADD, a, b, out, activation, beside, sums);
    }
}
