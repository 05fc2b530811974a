package joust.gan.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.gan.GanConfig;
import joust.gan.LogRow;
import joust.gan.LossFunction;
import joust.gan.OptimizerConfig;
import joust.gan.UpdateConfig;

/**
 * In the younger half of the log D(G(z)) swings widely from one side of its trend to the other and back, several times. Wasserstein
 * losses have no scale to call a swing wide by and are left out.
 */
final class Oscillation {
    private static final int FEWEST_ROWS = 12;
    private static final int SWINGS = 4;
    /** A swing's standard deviation, in D(G(z)) from 0 to 1; a batch of 64 rows has at most 0.06 by chance. */
    private static final double WIDE = 0.15;
    /** From the margin at -1 to that at 1. */
    private static final double HINGE_SCALE = 2;

    private Oscillation() {}

    static Optional<Finding> look(GanConfig config, List<LogRow> rows) {
        if (!canBeJudged(config, rows)) {
            return Optional.empty();
        }
        List<LogRow> younger = rows.subList(rows.size() / 2, rows.size());
        double scale = config.loss().function() == LossFunction.HINGE ? HINGE_SCALE : 1;
        double[] residuals =
                residuals(younger.stream().mapToDouble(LogRow::meanFake).toArray());
        double deviation = deviation(residuals);
        int swings = swings(residuals, deviation / 2);
        return deviation > WIDE * scale && swings >= SWINGS
                ? Optional.of(finding(config, younger, deviation, swings))
                : Optional.empty();
    }

    static boolean canBeJudged(GanConfig config, List<LogRow> rows) {
        return rows.size() - rows.size() / 2 >= FEWEST_ROWS && config.loss().function() != LossFunction.WASSERSTEIN;
    }

    /** What is left of the values without their straight line of least squares. */
    private static double[] residuals(double[] values) {
        double centre = (values.length - 1) / 2.0;
        double mean = 0;
        double along = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            mean += values[i] / values.length;
            along += (i - centre) * values[i];
            squares += (i - centre) * (i - centre);
        }
        double[] residuals = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            residuals[i] = values[i] - mean - along / squares * (i - centre);
        }
        return residuals;
    }

    private static double deviation(double[] residuals) {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return Math.sqrt(sum / residuals.length);
    }

    /** How often the values go from beyond one threshold to beyond the other. */
    private static int swings(double[] residuals, double threshold) {
        int swings = 0;
        int side = 0;
        for (double residual : residuals) {
            int now = residual > threshold ? 1 : residual < -threshold ? -1 : side;
            swings += side != 0 && now != side ? 1 : 0;
            side = now;
        }
        return swings;
    }

    private static Finding finding(GanConfig config, List<LogRow> rows, double deviation, int swings) {
        String evidence = String.format(
                Locale.ROOT,
                "from step %d to %d, D(G(z)) swung %d times between %.2f and %.2f, a deviation of %.2f from its trend",
                rows.getFirst().step(),
                rows.getLast().step(),
                swings,
                rows.stream().mapToDouble(LogRow::meanFake).min().orElseThrow(),
                rows.stream().mapToDouble(LogRow::meanFake).max().orElseThrow(),
                deviation);
        return new Finding(Symptom.OSCILLATION, evidence, "damp both networks", settings(config));
    }

    private static List<String> settings(GanConfig config) {
        List<String> settings = new ArrayList<>();
        if (config.updates().mode() == UpdateConfig.Mode.SIMULTANEOUS) {
            settings.add("updates.mode=alternating");
        }
        settings.add(Remedies.generatorRate(config, 0.1));
        settings.add(Remedies.discriminatorRate(config, 0.1));
        if (config.generator().optimizer() instanceof OptimizerConfig.Adam adam && adam.beta1() > 0.5) {
            settings.add("generator.optimizer.beta1=0.5");
        }
        if (config.movingAverageDecay() == null) {
            settings.add("movingAverageDecay=0.999");
        }
        return settings;
    }
}
