package joust.gan;

import joust.backend.Loss;

/**
 * What the networks minimise.
 *
 * @param realLabel the label of real rows, in (0, 1]; below 1 it smooths one side (Salimans et al. 2016)
 */
public record LossConfig(
        LossFunction function, @Default("1") double realLabel) {
    public LossConfig {
        Check.require((float) realLabel > 0 && realLabel <= 1, "realLabel", realLabel, "a float32 number in (0, 1]");
        Loss loss = function.loss();
        Check.require(
                realLabel == 1 || (loss != null && loss.acceptsLabel()),
                "realLabel",
                realLabel,
                "1 with this loss function");
    }

    /** A loss without smoothing. */
    public static LossConfig of(LossFunction function) {
        return new LossConfig(function, 1);
    }
}
