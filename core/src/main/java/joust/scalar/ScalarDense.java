package joust.scalar;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import joust.backend.Activation;
import joust.backend.HostBackend;
import joust.backend.Store;
import joust.backend.Tensor;

/** Matrix products and layers of the scalar backend. */
abstract class ScalarDense extends HostBackend {
    private final MatmulScratch scratch = new MatmulScratch();
    private final BiasActivation biasActivation = new BiasActivation();
    private final ActivationBackward activationBackward = new ActivationBackward();

    @Override
    public final void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        MatmulKernels.multiply(
                transposeA,
                transposeB,
                out.rows(),
                out.cols(),
                transposeA ? a.rows() : a.cols(),
                arrayOf(a),
                startOf(a),
                a.cols(),
                arrayOf(b),
                startOf(b),
                b.cols(),
                store == Store.ADD,
                arrayOf(out),
                startOf(out),
                out.cols(),
                scratch);
    }

    @Override
    public final void addBias(Tensor bias, Tensor y) {
        ElementwiseKernels.addRow(y.rows(), y.cols(), arrayOf(bias), startOf(bias), arrayOf(y), startOf(y), y.cols());
    }

    @Override
    public final void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        MatmulKernels.blocks(
                y.rows(),
                y.cols(),
                x.cols(),
                arrayOf(x),
                startOf(x),
                x.cols(),
                1,
                false,
                arrayOf(w),
                startOf(w),
                w.cols(),
                false,
                arrayOf(y),
                startOf(y),
                y.cols(),
                scratch,
                biasActivation.of(arrayOf(bias), startOf(bias), activation));
    }

    @Override
    public final void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        MatmulKernels.blocks(
                gradientBelow.rows(),
                gradientBelow.cols(),
                gradient.cols(),
                arrayOf(gradient),
                startOf(gradient),
                gradient.cols(),
                1,
                true,
                arrayOf(w),
                startOf(w),
                w.cols(),
                false,
                arrayOf(gradientBelow),
                startOf(gradientBelow),
                gradientBelow.cols(),
                scratch,
                activationBackward.of(arrayOf(yBelow), startOf(yBelow), yBelow.cols(), activationBelow));
    }

    @Override
    public final void denseBackwardWeights(
            Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        DenseKernels.gradients(
                x.rows(),
                x.cols(),
                gradient.cols(),
                arrayOf(x),
                startOf(x),
                x.cols(),
                arrayOf(gradient),
                startOf(gradient),
                gradient.cols(),
                store == Store.ADD,
                arrayOf(gradientW),
                startOf(gradientW),
                gradientW.cols(),
                arrayOf(gradientBias),
                startOf(gradientBias),
                scratch);
    }

    @Override
    public final void sumRows(Tensor x, Store store, Tensor out) {
        ReductionKernels.sumRows(
                x.rows(),
                x.cols(),
                arrayOf(x),
                startOf(x),
                x.cols(),
                store == Store.ADD,
                arrayOf(out),
                startOf(out),
                scratch);
    }
}
