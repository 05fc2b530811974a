package joust.scalar;

import static joust.backend.HostTensor.arrayOf;

import joust.backend.Activation;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.math.FixedOrderSum;

/** Activations, arithmetic and reductions of the scalar backend. */
abstract class ScalarArithmetic extends ScalarDense {
    private final FixedOrderSum accumulators = new FixedOrderSum();

    @Override
    public final void activate(Activation activation, Tensor x, Tensor y) {
        ActivationDispatch.forward(activation, arrayOf(x), x.offset(), arrayOf(y), y.offset(), y.size());
    }

    @Override
    public final void activateBackward(Activation activation, Tensor y, Tensor gradient, Tensor gradientX) {
        ActivationDispatch.backward(
                activation,
                arrayOf(y),
                y.offset(),
                arrayOf(gradient),
                gradient.offset(),
                arrayOf(gradientX),
                gradientX.offset(),
                gradientX.size());
    }

    @Override
    public final void activateSecondDerivative(Activation activation, Tensor y, Tensor factor, Tensor out) {
        float[] array = arrayOf(out);
        switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> fill(out, 0f);
            case SIGMOID ->
                ActivationCurvatureKernels.sigmoid(
                        arrayOf(y), y.offset(), arrayOf(factor), factor.offset(), array, out.offset(), out.size());
            case TANH ->
                ActivationCurvatureKernels.tanh(
                        arrayOf(y), y.offset(), arrayOf(factor), factor.offset(), array, out.offset(), out.size());
        }
    }

    @Override
    public final void scale(float factor, Tensor x, Tensor y) {
        ElementwiseKernels.scale(factor, arrayOf(x), x.offset(), arrayOf(y), y.offset(), y.size());
    }

    @Override
    public final void addScaled(float factor, Tensor x, Tensor y) {
        ElementwiseKernels.addScaled(factor, arrayOf(x), x.offset(), arrayOf(y), y.offset(), y.size());
    }

    @Override
    public final void multiply(Tensor a, Tensor b, Tensor out) {
        ElementwiseKernels.multiply(
                arrayOf(a), a.offset(), arrayOf(b), b.offset(), arrayOf(out), out.offset(), out.size());
    }

    @Override
    public final void clamp(float low, float high, Tensor x, Tensor y) {
        ClampKernels.clamp(low, high, arrayOf(x), x.offset(), arrayOf(y), y.offset(), y.size());
    }

    @Override
    public final void clampBackward(float low, float high, Tensor x, Tensor gradient, Tensor gradientX) {
        ClampKernels.backward(
                low,
                high,
                arrayOf(x),
                x.offset(),
                arrayOf(gradient),
                gradient.offset(),
                arrayOf(gradientX),
                gradientX.offset(),
                gradientX.size());
    }

    @Override
    public final void sum(Tensor x, Store store, Tensor scratch, Tensor out) {
        finish(accumulators.sum(arrayOf(x), x.offset(), x.size()), store, out);
    }

    @Override
    public final void sumOfSquares(Tensor x, Store store, Tensor scratch, Tensor out) {
        finish(accumulators.sumOfSquares(arrayOf(x), x.offset(), x.size()), store, out);
    }

    @Override
    public final void countAbove(Tensor x, float threshold, Store store, Tensor scratch, Tensor out) {
        finish(ReductionKernels.countAbove(threshold, arrayOf(x), x.offset(), x.size()), store, out);
    }

    @Override
    public final void rowSumOfSquares(Tensor x, Tensor out) {
        ReductionKernels.rowSumOfSquares(
                x.rows(), x.cols(), arrayOf(x), x.offset(), x.cols(), arrayOf(out), out.offset(), accumulators);
    }

    private static void finish(float result, Store store, Tensor out) {
        float[] array = arrayOf(out);
        array[out.offset()] = store == Store.ADD ? array[out.offset()] + result : result;
    }
}
