package joust.bench;

import joust.backend.Tensor;

/**
 * Where a layer's gradients go.
 *
 * @param x of the input
 * @param w of the weights
 * @param bias of the bias
 */
record DenseGradients(Tensor x, Tensor w, Tensor bias) {}
