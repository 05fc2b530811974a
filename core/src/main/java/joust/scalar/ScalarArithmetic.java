package joust.scalar;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import joust.backend.Activation;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.math.FixedOrderSum;

/** Activations, arithmetic and reductions of the scalar backend. */
abstract class ScalarArithmetic extends ScalarDense {
    private final FixedOrderSum accumulators = new FixedOrderSum();

    @Override
    public final void activate(Activation activation, Tensor x, Tensor y) {
        ActivationDispatch.forward(activation, arrayOf(x), startOf(x), arrayOf(y), startOf(y), y.size());
    }

    @Override
    public final void activateBackward(Activation activation, Tensor y, Tensor gradient, Tensor gradientX) {
        ActivationDispatch.backward(
                activation,
                arrayOf(y),
                startOf(y),
                arrayOf(gradient),
                startOf(gradient),
                arrayOf(gradientX),
                startOf(gradientX),
                gradientX.size());
    }

    @Override
    public final void activateSecondDerivative(Activation activation, Tensor y, Tensor factor, Tensor out) {
        float[] array = arrayOf(out);
        switch (activation.kind()) {
            case IDENTITY, RELU, LEAKY_RELU -> fill(out, 0f);
            case SIGMOID ->
                ActivationCurvatureKernels.sigmoid(
                        arrayOf(y), startOf(y), arrayOf(factor), startOf(factor), array, startOf(out), out.size());
            case TANH ->
                ActivationCurvatureKernels.tanh(
                        arrayOf(y), startOf(y), arrayOf(factor), startOf(factor), array, startOf(out), out.size());
        }
    }

    @Override
    public final void scale(float factor, Tensor x, Tensor y) {
        ElementwiseKernels.scale(factor, arrayOf(x), startOf(x), arrayOf(y), startOf(y), y.size());
    }

    @Override
    public final void addScaled(float factor, Tensor x, Tensor y) {
        ElementwiseKernels.addScaled(factor, arrayOf(x), startOf(x), arrayOf(y), startOf(y), y.size());
    }

    @Override
    public final void multiply(Tensor a, Tensor b, Tensor out) {
        ElementwiseKernels.multiply(
                arrayOf(a), startOf(a), arrayOf(b), startOf(b), arrayOf(out), startOf(out), out.size());
    }

    @Override
    public final void clamp(float low, float high, Tensor x, Tensor y) {
        ClampKernels.clamp(low, high, arrayOf(x), startOf(x), arrayOf(y), startOf(y), y.size());
    }

    @Override
    public final void clampBackward(float low, float high, Tensor x, Tensor gradient, Tensor gradientX) {
        ClampKernels.backward(
                low,
                high,
                arrayOf(x),
                startOf(x),
                arrayOf(gradient),
                startOf(gradient),
                arrayOf(gradientX),
                startOf(gradientX),
                gradientX.size());
    }

    @Override
    public final void sum(Tensor x, Store store, Tensor scratch, Tensor out) {
        finish(accumulators.sum(arrayOf(x), startOf(x), x.size()), store, out);
    }

    @Override
    public final void sumOfSquares(Tensor x, Store store, Tensor scratch, Tensor out) {
        finish(accumulators.sumOfSquares(arrayOf(x), startOf(x), x.size()), store, out);
    }

    @Override
    public final void countAbove(Tensor x, float threshold, Store store, Tensor scratch, Tensor out) {
        finish(ReductionKernels.countAbove(threshold, arrayOf(x), startOf(x), x.size()), store, out);
    }

    @Override
    public final void rowSumOfSquares(Tensor x, Tensor out) {
        ReductionKernels.rowSumOfSquares(
                x.rows(), x.cols(), arrayOf(x), startOf(x), x.cols(), arrayOf(out), startOf(out), accumulators);
    }

    private static void finish(float result, Store store, Tensor out) {
        float[] array = arrayOf(out);
        array[startOf(out)] = store == Store.ADD ? array[startOf(out)] + result : result;
    }
}
