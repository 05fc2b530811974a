package joust.backend;

/**
 * The adversarial losses, per row, of a discriminator with one output. x is a logit, p a probability in (0, 1), t the
 * label of real rows (1, or below 1 for one-sided smoothing), s the logistic sigmoid, softplus(x) = log(1 + exp(x)).
 * All are written to be minimised; the order of operations is that of {@link Losses#adversarialLoss}.
 *
 * <table>
 * <caption>Loss and derivative</caption>
 * <tr><th>loss</th><th>real</th><th>fake</th><th>generator</th></tr>
 * <tr><td>minimax (Goodfellow et al. 2014, eq. 1)</td><td>t softplus(-x) + (1-t) softplus(x)</td><td>softplus(x)</td>
 * <td>-softplus(x)</td></tr>
 * <tr><td>non-saturating (ibid., section 3)</td><td>as minimax</td><td>as minimax</td><td>softplus(-x)</td></tr>
 * <tr><td>least squares (Mao et al. 2017, eq. 2)</td><td>(x-t)²/2</td><td>x²/2</td><td>(x-1)²/2</td></tr>
 * <tr><td>hinge (Miyato et al. 2018, eq. 16-17)</td><td>max(0, 1-x)</td><td>max(0, 1+x)</td><td>-x</td></tr>
 * <tr><td>Wasserstein (Arjovsky et al. 2017, eq. 3)</td><td>-x</td><td>x</td><td>-x</td></tr>
 * <tr><td>clamped minimax</td><td>-t log p - (1-t) log(1-p)</td><td>-log(1-p)</td><td>log(1-p)</td></tr>
 * <tr><td>clamped non-saturating</td><td>as clamped minimax</td><td>as clamped minimax</td><td>-log p</td></tr>
 * </table>
 */
public enum Loss {
    /** Cross-entropy on logits; the generator minimises log(1 - D). */
    MINIMAX,
    /** Cross-entropy on logits; the generator maximises log D. */
    NON_SATURATING,
    /** Squared distance of the output from its label. */
    LEAST_SQUARES,
    /** Linear beyond a margin of 1. */
    HINGE,
    /** The critic's mean difference; needs clipping or a penalty. */
    WASSERSTEIN,
    /** Minimax on probabilities that the caller has clamped into (0, 1). */
    CLAMPED_MINIMAX,
    /** Non-saturating on probabilities that the caller has clamped into (0, 1). */
    CLAMPED_NON_SATURATING;

    /** Whether the discriminator's output is a logit whose sigmoid is the probability of being real. */
    public boolean onLogits() {
        return this == MINIMAX || this == NON_SATURATING;
    }

    /** Whether the discriminator's output is the probability itself. */
    public boolean onProbabilities() {
        return this == CLAMPED_MINIMAX || this == CLAMPED_NON_SATURATING;
    }

    /** Whether labels below 1 for real rows have a meaning. */
    public boolean acceptsLabel() {
        return this != HINGE && this != WASSERSTEIN;
    }
}
