package joust.scalar;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import joust.backend.Tensor;
import joust.math.RandomFill;

/** The backend in plain loops on one thread: random numbers and optimizers here, the rest in its layers. */
final class ScalarBackend extends ScalarLosses {
    private final String device;

    /** With the device in words. */
    ScalarBackend(String device) {
        this.device = device;
    }

    @Override
    public String name() {
        return ScalarProvider.NAME;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public void close() {
        // Storage belongs to the garbage collector.
    }

    @Override
    public void uniform(long seed, int stream, long position, float low, float high, Tensor out) {
        float width = (float) ((double) high - low);
        RandomFill.uniform(seed, stream, position, low, width, arrayOf(out), startOf(out), out.size());
    }

    @Override
    public void normal(long seed, int stream, long position, float mean, float deviation, Tensor out) {
        RandomFill.normal(seed, stream, position, mean, deviation, arrayOf(out), startOf(out), out.size());
    }

    @Override
    public void sgd(double learningRate, Tensor gradients, Tensor parameters) {
        OptimizerKernels.sgd(
                learningRate,
                arrayOf(gradients),
                startOf(gradients),
                arrayOf(parameters),
                startOf(parameters),
                parameters.size());
    }

    @Override
    public void momentum(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        OptimizerKernels.momentum(
                learningRate,
                momentum,
                arrayOf(gradients),
                startOf(gradients),
                arrayOf(accumulator),
                startOf(accumulator),
                arrayOf(parameters),
                startOf(parameters),
                parameters.size());
    }

    @Override
    public void nesterov(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        OptimizerKernels.nesterov(
                learningRate,
                momentum,
                arrayOf(gradients),
                startOf(gradients),
                arrayOf(accumulator),
                startOf(accumulator),
                arrayOf(parameters),
                startOf(parameters),
                parameters.size());
    }

    @Override
    public void rmsProp(
            double learningRate, double rho, double epsilon, Tensor gradients, Tensor meanSquare, Tensor parameters) {
        AdaptiveOptimizerKernels.rmsProp(
                learningRate,
                rho,
                epsilon,
                arrayOf(gradients),
                startOf(gradients),
                arrayOf(meanSquare),
                startOf(meanSquare),
                arrayOf(parameters),
                startOf(parameters),
                parameters.size());
    }

    @Override
    public void adam(
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters) {
        AdaptiveOptimizerKernels.adam(
                stepSize,
                beta1,
                beta2,
                epsilon,
                arrayOf(gradients),
                startOf(gradients),
                arrayOf(firstMoment),
                startOf(firstMoment),
                arrayOf(secondMoment),
                startOf(secondMoment),
                arrayOf(parameters),
                startOf(parameters),
                parameters.size());
    }

    @Override
    public void decay(double rate, Tensor parameters) {
        OptimizerKernels.decay(rate, arrayOf(parameters), startOf(parameters), parameters.size());
    }

    @Override
    public void movingAverage(double decay, Tensor parameters, Tensor average) {
        OptimizerKernels.movingAverage(
                decay, arrayOf(parameters), startOf(parameters), arrayOf(average), startOf(average), parameters.size());
    }
}
