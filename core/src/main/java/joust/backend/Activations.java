package joust.backend;

/** Activations element by element. Tensors of one call have equal shapes; the output may be one of the inputs itself. */
public interface Activations {
    /** {@code y = f(x)}. */
    void activate(Activation activation, Tensor x, Tensor y);

    /** {@code gradientX = gradient ⊙ f′}, f′ taken from the output {@code y} as {@link Activation} says. */
    void activateBackward(Activation activation, Tensor y, Tensor gradient, Tensor gradientX);

    /**
     * {@code out = factor ⊙ f″}, f″ taken from the output {@code y}: sigmoid {@code (factor*fma(-y, y, y))*fma(-2, y, 1)},
     * tanh {@code (factor*fma(-y, y, 1))*(-2*y)}; +0 for identity, ReLU and leaky ReLU whatever the inputs. Gradient
     * penalties need it (Gulrajani et al. 2017).
     */
    void activateSecondDerivative(Activation activation, Tensor y, Tensor factor, Tensor out);
}
