package joust.opencl;

import static joust.math.Denormals.floorOfProducts;
import static joust.math.Denormals.floorOfSquares;

import joust.backend.Tensor;

/** The OpenCL backend: random numbers and optimizers here, the rest in its layers. */
final class OpenClBackend extends OpenClLosses {
    private final ClKernel uniform;
    private final ClKernel normal;
    private final ClKernel addScaled;
    private final ClKernel momentum;
    private final ClKernel nesterov;
    private final ClKernel rmsProp;
    private final ClKernel adam;
    private final ClKernel movingAverage;

    /** Builds the kernels; the context, on which the products were made, is closed with the backend. */
    OpenClBackend(OpenClContext context, DeviceProducts products) {
        super(context, products);
        this.uniform = kernel("uniform_numbers");
        this.normal = kernel("normal_numbers");
        this.addScaled = kernel("add_scaled");
        this.momentum = kernel("momentum");
        this.nesterov = kernel("nesterov");
        this.rmsProp = kernel("rms_prop");
        this.adam = kernel("adam");
        this.movingAverage = kernel("moving_average");
    }

    @Override
    public void uniform(long seed, int stream, long position, float low, float high, Tensor out) {
        draw(uniform, seed, stream, position, low, (float) ((double) high - low), out);
    }

    @Override
    public void normal(long seed, int stream, long position, float mean, float deviation, Tensor out) {
        draw(normal, seed, stream, position, mean, deviation, out);
    }

    /** A work-item has a block of four numbers. */
    private static void draw(
            ClKernel kernel, long seed, int stream, long position, float first, float second, Tensor out) {
        kernel.arguments()
                .words(seed)
                .integer(stream)
                .words(position)
                .real(first)
                .real(second);
        kernel.tensor(out).integer(out.size()).launch(Math.ceilDiv(out.size(), 4));
    }

    @Override
    public void sgd(double learningRate, Tensor gradients, Tensor parameters) {
        addScaled.arguments().real((float) -learningRate);
        update(addScaled.tensor(gradients), parameters);
    }

    @Override
    public void decay(double rate, Tensor parameters) {
        addScaled.arguments().real((float) -rate);
        update(addScaled.tensor(parameters), parameters);
    }

    @Override
    public void momentum(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        this.momentum.arguments().real((float) -learningRate).real((float) momentum);
        this.momentum.real(floorOfProducts((float) momentum));
        update(this.momentum.tensor(gradients).tensor(accumulator), parameters);
    }

    @Override
    public void nesterov(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        nesterov.arguments().real((float) -learningRate).real((float) momentum);
        nesterov.real(floorOfProducts((float) momentum));
        update(nesterov.tensor(gradients).tensor(accumulator), parameters);
    }

    @Override
    public void rmsProp(
            double learningRate, double rho, double epsilon, Tensor gradients, Tensor meanSquare, Tensor parameters) {
        rmsProp.arguments().real((float) -learningRate).real((float) rho).real((float) (1 - rho));
        rmsProp.real((float) epsilon).real(floorOfProducts((float) rho)).real(floorOfSquares((float) (1 - rho)));
        update(rmsProp.tensor(gradients).tensor(meanSquare), parameters);
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
        adam.arguments().real((float) -stepSize).real((float) beta1).real((float) (1 - beta1));
        adam.real((float) beta2).real((float) (1 - beta2)).real((float) epsilon);
        adam.real(floorOfProducts((float) beta1)).real(floorOfProducts((float) beta2));
        adam.real(floorOfSquares((float) (1 - beta2)));
        update(adam.tensor(gradients).tensor(firstMoment).tensor(secondMoment), parameters);
    }

    @Override
    public void movingAverage(double decay, Tensor parameters, Tensor average) {
        movingAverage.arguments().real((float) (1 - decay));
        update(movingAverage.tensor(parameters), average);
    }

    /** The last arguments of every update, and its launch. */
    private static void update(ClKernel kernel, Tensor updated) {
        kernel.tensor(updated).integer(updated.size()).launch(updated.size());
    }
}
