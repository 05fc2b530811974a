package joust.backend;

/**
 * Updates of parameters from gradients, one call over an arena; all tensors of a call have equal shapes and share no
 * storage. Scalars come in double and are rounded to float32 once each, as are 1-β and 1-ρ after a subtraction in double.
 * Elements whose parameter, gradient and state are +0 keep +0, so an arena's gaps stay empty. So that neither
 * states nor squares are denormal, a new a, m or v is +0 where its magnitude is below {@link joust.math.Denormals#floorOfProducts} of its
 * factor momentum, rho or beta (2^-125 for those from 0.5 on), and g counts as +0 in v where it is below
 * {@link joust.math.Denormals#floorOfSquares} of 1-rho or 1-beta2 (2^-58 for 0.999).
 */
public interface Optimizers {
    /** Gradient descent: {@code p = fma(-learningRate, g, p)}. */
    void sgd(double learningRate, Tensor gradients, Tensor parameters);

    /** Momentum (Polyak 1964): {@code a = fma(momentum, a, g), p = fma(-learningRate, a, p)}. */
    void momentum(double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters);

    /** Nesterov's momentum (Sutskever et al. 2013): a as above, {@code p = fma(-learningRate, fma(momentum, a, g), p)}. */
    void nesterov(double learningRate, double momentum, Tensor gradients, Tensor accumulator, Tensor parameters);

    /** RMSProp (Hinton 2012): {@code v = fma(rho, v, ((1-rho)*g)*g), p = fma(-learningRate, g/(sqrt(v)+epsilon), p)}. */
    void rmsProp(
            double learningRate, double rho, double epsilon, Tensor gradients, Tensor meanSquare, Tensor parameters);

    /**
     * Adam (Kingma and Ba 2014, the form at the end of section 2): {@code m = fma(beta1, m, (1-beta1)*g)},
     * {@code v = fma(beta2, v, ((1-beta2)*g)*g)}, {@code p = fma(-stepSize, m/(sqrt(v)+epsilon), p)}.
     *
     * <p>Where gradients stay so small that v is +0, a step is stepSize*m/epsilon, which an epsilon far below 2^-58 makes large.
     *
     * @param stepSize the bias-corrected rate {@code learningRate*sqrt(1-beta2^t)/(1-beta1^t)} of step t
     */
    void adam(
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters);

    /** Decoupled weight decay (Loshchilov and Hutter 2019): {@code p = fma(-rate, p, p)}. */
    void decay(double rate, Tensor parameters);

    /** AdamW: {@link #decay} by {@code learningRate * weightDecay}, then {@link #adam}. */
    default void adamW(
            double decayRate,
            double stepSize,
            double beta1,
            double beta2,
            double epsilon,
            Tensor gradients,
            Tensor firstMoment,
            Tensor secondMoment,
            Tensor parameters) {
        decay(decayRate, parameters);
        adam(stepSize, beta1, beta2, epsilon, gradients, firstMoment, secondMoment, parameters);
    }

    /** L2 decay, added to the gradient: {@code g = fma(lambda, p, g)}; below 0, lambda makes parameters grow. */
    default void addDecay(double lambda, Tensor parameters, Tensor gradients) {
        self().addScaled((float) lambda, parameters, gradients);
    }

    /** Weight clipping: {@code p < -limit ? -limit : p > limit ? limit : p}; NaN stays. */
    default void clip(double limit, Tensor parameters) {
        self().clamp((float) -limit, (float) limit, parameters, parameters);
    }

    /** Exponential moving average: {@code e = fma(1-decay, p-e, e)}, decay in [0, 1). */
    void movingAverage(double decay, Tensor parameters, Tensor average);

    /** The whole backend, for the operations that a default is made of. */
    Backend self();
}
