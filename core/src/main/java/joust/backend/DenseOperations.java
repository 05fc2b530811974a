package joust.backend;

/**
 * Matrix products and fully connected layers. Each element of a product is one chain {@code acc = fma(a, b, acc)} over
 * ascending k, from +0 or, when adding, from the output. No output may share storage with an input.
 */
public interface DenseOperations {
    /**
     * {@code out = op(a) op(b)}, or added to {@code out}; op transposes where asked to. With op(a) {@code m x k} and op(b)
     * {@code k x n}, {@code out} is {@code m x n}.
     */
    void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out);

    /** Adds the {@code 1 x n} bias to each row of {@code y}, {@code m x n}, in place. */
    void addBias(Tensor bias, Tensor y);

    /**
     * A layer forward: {@code y = f(x w + bias)}, x {@code m x k}, w {@code k x n}, bias {@code 1 x n}, y {@code m x n};
     * the bias is added once, after the whole chain.
     */
    default void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        self().matmul(false, x, false, w, Store.OVERWRITE, y);
        self().addBias(bias, y);
        self().activate(activation, y, y);
    }

    /**
     * A layer backward to its input: {@code gradientBelow = (gradient wᵀ) ⊙ f′(yBelow)}, f being the activation that made
     * the layer's input {@code yBelow}, {@code m x k}; gradient, with respect to x w + bias, is {@code m x n}, w {@code k x n}.
     */
    default void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        self().matmul(false, gradient, true, w, Store.OVERWRITE, gradientBelow);
        self().activateBackward(activationBelow, yBelow, gradientBelow, gradientBelow);
    }

    /**
     * A layer backward to its parameters: {@code gradientW = xᵀ gradient} and {@code gradientBias} = the column sums of
     * gradient, or both added to what is there; x {@code m x k}, gradient {@code m x n}, gradientW {@code k x n},
     * gradientBias {@code 1 x n}.
     */
    default void denseBackwardWeights(Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        self().matmul(true, x, false, gradient, store, gradientW);
        self().sumRows(gradient, store, gradientBias);
    }

    /** The whole backend, for the operations that a default is made of. */
    Backend self();
}
