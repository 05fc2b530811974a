package joust.gan;

import joust.backend.Loss;
import org.jspecify.annotations.Nullable;

/**
 * What the networks minimise.
 *
 * @param realLabel the label of real rows, in (0, 1]; below 1 it smooths one side (Salimans et al. 2016)
 * @param penalty a term on the discriminator's gradient; null for none
 */
public record LossConfig(
        LossFunction function,
        @Default("1") double realLabel,
        @Default("null") @Nullable PenaltyConfig penalty) {
    public LossConfig {
        Check.require((float) realLabel > 0 && realLabel <= 1, "realLabel", realLabel, "a float32 number in (0, 1]");
        Loss loss = function.loss();
        Check.require(
                realLabel == 1 || (loss != null && loss.acceptsLabel()),
                "realLabel",
                realLabel,
                "1 with this loss function");
        Check.require(
                penalty == null || function.outputs() == 1, "penalty", "present", "none with two-class-cross-entropy");
    }

    /** A loss without penalty. */
    public LossConfig(LossFunction function, double realLabel) {
        this(function, realLabel, null);
    }

    /** A loss without smoothing or penalty. */
    public static LossConfig of(LossFunction function) {
        return new LossConfig(function, 1);
    }

    /** This loss with a term on the discriminator's gradient. */
    public LossConfig withPenalty(PenaltyConfig other) {
        return new LossConfig(function, realLabel, other);
    }
}
