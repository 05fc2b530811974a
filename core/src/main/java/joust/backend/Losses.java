package joust.backend;

/**
 * Losses per row (or element) and their gradients. Nothing is summed here: {@link Reductions#sum} over {@code losses} is
 * the batch's sum, on the device. {@code gradientScale} multiplies every derivative, last; 1/rows makes the gradient that
 * of a mean, a negative number turns minimising into maximising. {@code gradient} has the shape of {@code outputs}; no
 * tensors of a call may share storage. NaN outputs give NaN losses and NaN gradients.
 */
public interface Losses {
    /**
     * The adversarial loss of {@code outputs}, {@code m x 1}, into {@code losses}, {@code m x 1}, and its gradient.
     * With t = label, one rounding per operation:
     *
     * <ul>
     *   <li>cross-entropy of real rows: loss {@code t == 1 ? softplus(-x) : fma(t, softplus(-x), (1-t)*softplus(x))}, derivative
     *       {@code fma(1-t, s(x), -(t*s(-x)))}; of fake rows: softplus(x), s(x); minimax generator: -softplus(x), -s(x);
     *       non-saturating generator: softplus(-x), -s(-x), where s is {@link Activation#SIGMOID};
     *   <li>least squares: d = x - t (fake 0, generator 1): {@code (0.5*d)*d}, d;
     *   <li>hinge: real {@code x >= 1 ? +0 : 1-x}, derivative {@code x >= 1 ? +0 : -1}; fake {@code x <= -1 ? +0 : 1+x},
     *       {@code x <= -1 ? +0 : 1}; generator -x, -1; (a NaN x gives a NaN derivative);
     *   <li>Wasserstein: real and generator -x, -1; fake x, 1; (a NaN x gives a NaN derivative);
     *   <li>clamped: real {@code t == 1 ? -log(p) : -fma(t, log(p), (1-t)*log1p(-p))}, derivative
     *       {@code t == 1 ? -(1/p) : (1-t)/(1-p) - t/p}; fake -log1p(-p), 1/(1-p); minimax generator log1p(-p),
     *       -(1/(1-p)); non-saturating generator -log(p), -(1/p).
     * </ul>
     *
     * @param label t, the label of real rows, in (0, 1]; read only for {@link Side#REAL} of losses that
     *     {@linkplain Loss#acceptsLabel() accept it}, and to be 1 for all others; 1-t is taken in double and rounded once
     */
    void adversarialLoss(
            Loss loss, Side side, float label, Tensor outputs, float gradientScale, Tensor losses, Tensor gradient);

    /**
     * Softmax cross-entropy of two classes on {@code logits}, {@code m x 2}, all rows having the class {@code label}: with
     * d = logit of the other class - logit of the label, the loss is softplus(d), the derivative s(d) for the other class and
     * -s(d) for the label; losses {@code m x 1}.
     *
     * @param label the column of the true class, 0 or 1
     */
    void twoClassCrossEntropy(int label, Tensor logits, float gradientScale, Tensor losses, Tensor gradient);

    /**
     * Softmax cross-entropy of two or more classes on {@code logits}, {@code m x classes}; row i of {@code labels},
     * {@code m x 1}, holds the class as a whole number. With c the largest logit of the row (folded over ascending j as
     * {@code z > c ? z : c} from the first), e[j] = exp(z[j] - c), and S their sum over ascending j from +0, the loss is
     * {@code (log(S) + c) - z[label]} and the derivative {@code e[j]/S - (j == label ? 1 : 0)}. A label that is no class
     * gives a NaN loss and subtracts nothing.
     */
    void softmaxCrossEntropy(Tensor logits, Tensor labels, float gradientScale, Tensor losses, Tensor gradient);

    /** Squared error, element by element: d = output - target, loss {@code d*d}, derivative {@code 2*d}; all equal shapes. */
    void squaredError(Tensor outputs, Tensor targets, float gradientScale, Tensor losses, Tensor gradient);
}
