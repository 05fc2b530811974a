package joust.gan;

import joust.backend.Loss;
import org.jspecify.annotations.Nullable;

/** What the two networks minimise. All but the last are the {@link Loss}es of the same names, on a discriminator with one output. */
public enum LossFunction {
    /** {@link Loss#MINIMAX}. */
    MINIMAX(Loss.MINIMAX),
    /** {@link Loss#NON_SATURATING}. */
    NON_SATURATING(Loss.NON_SATURATING),
    /** {@link Loss#LEAST_SQUARES}. */
    LEAST_SQUARES(Loss.LEAST_SQUARES),
    /** {@link Loss#HINGE}. */
    HINGE(Loss.HINGE),
    /** {@link Loss#WASSERSTEIN}; needs the discriminator's {@code weightClip}. */
    WASSERSTEIN(Loss.WASSERSTEIN),
    /** {@link Loss#CLAMPED_MINIMAX}; needs the discriminator's {@code clamp} within (0, 1). */
    CLAMPED_MINIMAX(Loss.CLAMPED_MINIMAX),
    /** {@link Loss#CLAMPED_NON_SATURATING}; needs the discriminator's {@code clamp} within (0, 1). */
    CLAMPED_NON_SATURATING(Loss.CLAMPED_NON_SATURATING),
    /**
     * Softmax cross-entropy on two outputs, generated rows being class 0 and real rows class 1. The generator's loss is minus the
     * discriminator's, real rows included, so its gradient carries the same weight per row.
     */
    TWO_CLASS_CROSS_ENTROPY(null);

    private final @Nullable Loss loss;

    LossFunction(@Nullable Loss loss) {
        this.loss = loss;
    }

    /** The loss on one output; null for {@link #TWO_CLASS_CROSS_ENTROPY}. */
    @Nullable
    Loss loss() {
        return loss;
    }

    /** How many outputs the discriminator has. */
    public int outputs() {
        return loss == null ? 2 : 1;
    }

    /** Whether the discriminator's outputs are logits, so that its last layer has no activation of its own. */
    public boolean onLogits() {
        return loss == null || loss.onLogits();
    }
}
