package joust.nn;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * A fully connected layer on tensors, {@code y = f(x w + b)}. For a batch of m rows, x is {@code m x inputs} and y is
 * {@code m x outputs}; {@code gz}, the gradient with respect to {@code x w + b}, is {@code m x outputs}.
 *
 * @param backend what computes
 * @param activation f
 * @param weight w, {@code inputs x outputs}
 * @param bias b, {@code 1 x outputs}
 * @param weightGradient the gradient with respect to w
 * @param biasGradient the gradient with respect to b
 */
public record Dense(
        Backend backend,
        Activation activation,
        Tensor weight,
        Tensor bias,
        Tensor weightGradient,
        Tensor biasGradient) {

    /** {@code y = f(x w + b)}. */
    public void forward(Tensor x, Tensor y) {
        backend.dense(x, weight, bias, activation, y);
    }

    /**
     * The gradient below: {@code gradientBelow = (gz wᵀ) ⊙ fBelow′(yBelow)}, {@code m x inputs}.
     *
     * @param below the activation that made this layer's input; identity leaves the gradient with respect to the input
     * @param yBelow the output of that activation, {@code m x inputs}
     */
    public void backwardInput(Tensor gz, Activation below, Tensor yBelow, Tensor gradientBelow) {
        backend.denseBackwardInput(gz, weight, below, yBelow, gradientBelow);
    }

    /** The gradients of the parameters: {@code xᵀ gz} and the column sums of gz, stored or added. */
    public void backwardWeights(Tensor x, Tensor gz, Store store) {
        backend.denseBackwardWeights(x, gz, store, weightGradient, biasGradient);
    }
}
