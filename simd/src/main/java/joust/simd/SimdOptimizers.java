package joust.simd;

import joust.backend.Tensor;
import joust.simd.SharedTask.Kernel;

/** Optimizers and random numbers of the SIMD backend. */
abstract class SimdOptimizers extends SimdLosses {
    /** Elements from which on an update of state and parameters is shared. */
    private static final int UPDATES = 16_384;

    private static final Kernel SGD = (o, w, i, n) -> SimdOptimizerKernels.sgd(o.p, o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel DECAY = (o, w, i, n) -> SimdOptimizerKernels.decay(o.p, o.a, o.aAt + i, n);
    private static final Kernel MOMENTUM =
            (o, w, i, n) -> SimdOptimizerKernels.momentum(o.p, o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel NESTEROV =
            (o, w, i, n) -> SimdOptimizerKernels.nesterov(o.p, o.q, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel RMS_PROP = (o, w, i, n) ->
            SimdAdaptiveOptimizerKernels.rmsProp(o.p, o.q, o.r, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, n);
    private static final Kernel ADAM = (o, w, i, n) -> SimdAdaptiveOptimizerKernels.adam(
            o.p, o.q, o.r, o.s, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, o.d, o.dAt + i, n);
    private static final Kernel ADAM_W = (o, w, i, n) -> SimdAdaptiveOptimizerKernels.adamW(
            o.t, o.p, o.q, o.r, o.s, o.a, o.aAt + i, o.b, o.bAt + i, o.c, o.cAt + i, o.d, o.dAt + i, n);
    private static final Kernel MOVING_AVERAGE =
            (o, w, i, n) -> SimdOptimizerKernels.movingAverage(o.p, o.a, o.aAt + i, o.b, o.bAt + i, n);
    private static final Kernel UNIFORM = (o, w, i, n) ->
            SimdRandomFill.uniform(o.seed, o.stream, o.position + i / 4, (float) o.p, (float) o.q, o.a, o.aAt + i, n);
    private static final Kernel NORMAL = (o, w, i, n) ->
            SimdRandomFill.normal(o.seed, o.stream, o.position + i / 4, (float) o.p, (float) o.q, o.a, o.aAt + i, n);

    SimdOptimizers(Team team) {
        super(team);
    }

    @Override
    public final void sgd(double learningRate, Tensor gradients, Tensor parameters) {
        task.on(gradients, parameters).with(learningRate, 0).compute(SGD, parameters.size(), UPDATES);
    }

    @Override
    public final void decay(double rate, Tensor parameters) {
        task.on(parameters).with(rate, 0).compute(DECAY, parameters.size(), UPDATES);
    }

    @Override
    public final void momentum(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        task.on(gradients, accumulator, parameters)
                .with(learningRate, momentum)
                .compute(MOMENTUM, parameters.size(), UPDATES);
    }

    @Override
    public final void nesterov(
            double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters) {
        task.on(gradients, accumulator, parameters)
                .with(learningRate, momentum)
                .compute(NESTEROV, parameters.size(), UPDATES);
    }

    @Override
    public final void rmsProp(
            double learningRate, double rho, double epsilon, Tensor gradients, Tensor meanSquare, Tensor parameters) {
        task.on(gradients, meanSquare, parameters)
                .with(learningRate, rho, epsilon, 0, 0)
                .compute(RMS_PROP, parameters.size(), UPDATES);
    }

    @Override
    public final void adam(
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters) {
        task.on(gradients, firstMoment, secondMoment, parameters)
                .with(stepSize, beta1, beta2, epsilon, 0)
                .compute(ADAM, parameters.size(), UPDATES);
    }

    @Override
    public final void adamW(
            double decayRate,
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters) {
        task.on(gradients, firstMoment, secondMoment, parameters)
                .with(stepSize, beta1, beta2, epsilon, decayRate)
                .compute(ADAM_W, parameters.size(), UPDATES);
    }

    @Override
    public final void movingAverage(double decay, Tensor parameters, Tensor average) {
        task.on(parameters, average).with(decay, 0).compute(MOVING_AVERAGE, parameters.size(), UPDATES);
    }

    @Override
    public final void uniform(long seed, int stream, long position, float low, float high, Tensor out) {
        float width = (float) ((double) high - low);
        task.on(out).with(low, width).from(seed, stream, position).compute(UNIFORM, out.size(), CURVES);
    }

    @Override
    public final void normal(long seed, int stream, long position, float mean, float deviation, Tensor out) {
        task.on(out).with(mean, deviation).from(seed, stream, position).compute(NORMAL, out.size(), CURVES);
    }
}
