package joust.study;

import joust.gan.Default;
import joust.gan.LossFunction;
import joust.gan.PenaltyConfig;
import org.jspecify.annotations.Nullable;

/**
 * One of a study's losses.
 *
 * @param name what the table calls it
 * @param penalty a term that belongs to the loss; null for none
 */
public record StudyLoss(
        String name,
        LossFunction function,
        @Default("null") @Nullable PenaltyConfig penalty) {
    public StudyLoss {
        Names.require(name);
    }
}
