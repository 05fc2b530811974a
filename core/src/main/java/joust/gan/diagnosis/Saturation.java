package joust.gan.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.gan.ClampConfig;
import joust.gan.GanConfig;
import joust.gan.LogRow;
import joust.gan.LossFunction;

/**
 * D judges at least 99 % of real and of generated rows right, and is certain: its logits are beyond 10 in the mean, or over 0.9 of the
 * rows lie at its clamp, where there is no gradient. Losses that lose their slope with it are left to {@link VanishingGradient}.
 */
final class Saturation {
    private static final double RIGHT = 0.99;
    private static final double MEAN_LOGIT = 10;
    private static final double AT_CLAMP = 0.9;
    /** Where libraries that clip probabilities commonly do so, and what -log of it is. */
    private static final String COMMON_EPSILON = "1e-7";

    private static final double COMMON_CEILING = 16.12;

    private Saturation() {}

    static Optional<Finding> look(GanConfig config, List<LogRow> rows) {
        List<LogRow> newest = LastingRows.newest(rows);
        double least = isClamped(config) ? AT_CLAMP : MEAN_LOGIT;
        boolean saturated = !newest.isEmpty()
                && !VanishingGradient.isMinimax(config)
                && newest.stream()
                        .allMatch(row ->
                                row.accuracyReal() >= RIGHT && row.accuracyFake() >= RIGHT && row.certainty() > least);
        return saturated ? Optional.of(finding(config, rows.getLast())) : Optional.empty();
    }

    /** Whether rows can lie at a clamp, so that saturation takes the whole gradient away. */
    static boolean isClamped(GanConfig config) {
        return !config.loss().function().onLogits();
    }

    private static Finding finding(GanConfig config, LogRow row) {
        String right = String.format(
                Locale.ROOT,
                "the discriminator judges %.0f %% of real and %.0f %% of generated rows right, ",
                100 * row.accuracyReal(),
                100 * row.accuracyFake());
        return new Finding(
                Symptom.DISCRIMINATOR_SATURATED,
                right + (isClamped(config) ? atClamp(config, row) : onLogits(row)),
                "weaken the discriminator, so that it leaves a gradient to learn from",
                settings(config));
    }

    private static String atClamp(GanConfig config, LogRow row) {
        ClampConfig clamp = config.discriminator().clamp();
        String share = String.format(
                Locale.ROOT, "%.0f %% of them at its clamp, where no gradient comes back", 100 * row.certainty());
        return clamp == null || config.loss().function() == LossFunction.CLAMPED_MINIMAX
                ? share
                : String.format(
                        Locale.ROOT,
                        "%s: the generator's loss stands at %.4g, its ceiling being -log %s = %.4g",
                        share,
                        row.generatorAdversarialLoss(),
                        Remedies.number(clamp.low()),
                        -StrictMath.log(clamp.low()));
    }

    private static String onLogits(LogRow row) {
        return String.format(
                Locale.ROOT,
                "its logits being %.3g in the mean and the generator's loss %.4g (were probabilities clipped to %s, as is common, its ceiling"
                        + " would be -log %s = %.4g)",
                row.certainty(),
                row.generatorAdversarialLoss(),
                COMMON_EPSILON,
                COMMON_EPSILON,
                COMMON_CEILING);
    }

    private static List<String> settings(GanConfig config) {
        List<String> settings = new ArrayList<>();
        if (config.updates().discriminatorSteps() > 1) {
            settings.add("updates.discriminatorSteps=1");
        }
        settings.add(Remedies.discriminatorRate(config, 0.1));
        if (config.loss().function() == LossFunction.NON_SATURATING
                && config.loss().realLabel() == 1) {
            settings.add("loss.realLabel=0.9");
        }
        return settings;
    }
}
