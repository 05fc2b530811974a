package joust.gan.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.gan.GanConfig;
import joust.gan.LogRow;
import joust.gan.LossFunction;

/**
 * The generator's gradient is below 0.01 and below a thousandth of what it was at its largest while D rejects what the generator makes, or it is next
 * to zero whatever D says. A gradient that is small because D can no longer tell is none of these: that is the aim.
 */
final class VanishingGradient {
    private static final double SHARE_OF_LARGEST = 1e-3;
    /** Losses on logits have slopes of about 1, so a gradient above this still moves the generator. */
    private static final double SMALL = 1e-2;

    private static final double NOTHING = 1e-7;
    private static final double REJECTED = 0.95;

    private VanishingGradient() {}

    static Optional<Finding> look(GanConfig config, List<LogRow> rows) {
        double largest =
                rows.stream().mapToDouble(LogRow::generatorGradientNorm).max().orElseThrow();
        List<LogRow> newest = LastingRows.newest(rows);
        boolean vanished = !newest.isEmpty() && newest.stream().allMatch(row -> isVanished(row, largest));
        return vanished ? Optional.of(finding(config, rows.getLast(), largest)) : Optional.empty();
    }

    private static boolean isVanished(LogRow row, double largest) {
        double norm = row.generatorGradientNorm();
        boolean small = norm <= SMALL && norm <= SHARE_OF_LARGEST * largest;
        return norm <= NOTHING || (small && row.accuracyFake() >= REJECTED);
    }

    private static Finding finding(GanConfig config, LogRow row, double largest) {
        String evidence = String.format(
                Locale.ROOT,
                "the norm of the generator's gradient is %.3g (at its largest it was %.3g), while the discriminator judges %.0f %% of"
                        + " generated rows right, D(G(z)) being %.3g",
                row.generatorGradientNorm(),
                largest,
                100 * row.accuracyFake(),
                row.meanFake());
        return new Finding(Symptom.VANISHING_GENERATOR_GRADIENT, evidence, remedy(config), settings(config));
    }

    private static String remedy(GanConfig config) {
        return isMinimax(config)
                ? "the minimax loss has no slope where the discriminator is sure; take one that has, or weaken the discriminator"
                : "weaken the discriminator, or give the generator weights that its activations do not cut off";
    }

    /** Whether the loss has no slope, for the generator, where D is sure of its rows, although D itself has no clamp. */
    static boolean isMinimax(GanConfig config) {
        LossFunction function = config.loss().function();
        return function == LossFunction.MINIMAX || function == LossFunction.TWO_CLASS_CROSS_ENTROPY;
    }

    private static List<String> settings(GanConfig config) {
        List<String> settings = new ArrayList<>();
        if (config.loss().function() == LossFunction.MINIMAX) {
            settings.add("loss.function=non-saturating");
        }
        Double clip = config.discriminator().weightClip();
        if (clip != null) {
            settings.add("discriminator.weightClip=" + Remedies.number(10 * clip));
        }
        settings.add(Remedies.discriminatorRate(config, 0.1));
        if (!isMinimax(config)) {
            settings.add("generator.initializer={kind: glorot-uniform}");
        }
        return settings;
    }
}
