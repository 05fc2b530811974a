package joust.nn;

import joust.backend.Activation;
import joust.backend.Tensor;

/**
 * Where the network above writes the gradient with respect to its input, when that input is this network's output:
 * {@code gradient = (d loss / d input) ⊙ f′(y)}. The derivative of the last activation below is thus applied in the
 * operation that makes the gradient, and no separate pass over it is needed.
 *
 * @param gradient what is written, {@code rows x outputs}
 * @param activation f
 * @param y the output of f, {@code rows x outputs}
 */
public record GradientSink(Tensor gradient, Activation activation, Tensor y) {}
