package joust.gan.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.data.Mixture;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;

/**
 * Compares what the generator makes with what the data hold. Of a mixture, fewer than nine in ten modes get a fifth of their fair share
 * of 2,500 samples. Of other data, 256 samples spread over less than a fifth of what as many real rows do; or, with more columns than two,
 * lie so close to each other that the median distance to the nearest is less than a quarter of that of real rows.
 */
final class Collapse {
    private static final int OF_MIXTURE = 2500;
    private static final int OF_OTHERS = 256;
    private static final double MODES = 0.9;
    private static final double FAIR_SHARE = 0.2;
    private static final double SPREAD = 0.2;
    private static final double NEAREST = 0.25;

    private Collapse() {}

    /** What one look shows; empty where it is no collapse. */
    static Optional<String> look(GanTrainer trainer) {
        return trainer.samples() instanceof Mixture mixture
                ? ofModes(mixture, SampleSets.generated(trainer, OF_MIXTURE))
                : ofSpread(trainer);
    }

    static Finding finding(GanConfig config, String evidence) {
        return new Finding(
                Symptom.COLLAPSE,
                evidence,
                "let the discriminator see several samples at once or noise on them, or slow the generator down",
                settings(config));
    }

    private static Optional<String> ofModes(Mixture mixture, float[] samples) {
        double[][] modes = mixture.modes();
        int[] counts = new int[modes.length];
        for (int i = 0; i + 1 < samples.length; i += mixture.columns()) {
            counts[nearest(modes, samples, i)]++;
        }
        double fair = (double) samples.length / mixture.columns() / modes.length;
        int held = 0;
        int most = 0;
        for (int count : counts) {
            held += count >= FAIR_SHARE * fair ? 1 : 0;
            most = Math.max(most, count);
        }
        return held >= MODES * modes.length
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "of %d samples, %d of %d modes get a fifth of their fair share or more; one mode has %.0f %% of all",
                        OF_MIXTURE,
                        held,
                        modes.length,
                        100.0 * most / OF_MIXTURE));
    }

    private static int nearest(double[][] modes, float[] samples, int at) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int mode = 0; mode < modes.length; mode++) {
            double distance = 0;
            for (int column = 0; column < modes[mode].length; column++) {
                double difference = samples[at + column] - modes[mode][column];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                nearest = mode;
            }
        }
        return nearest;
    }

    private static Optional<String> ofSpread(GanTrainer trainer) {
        int columns = trainer.samples().columns();
        float[] real = SampleSets.real(trainer, OF_OTHERS);
        float[] made = SampleSets.generated(trainer, OF_OTHERS);
        double ofReal = Distances.spread(real, columns);
        double ofMade = Distances.spread(made, columns);
        if (ofMade < SPREAD * ofReal) {
            return Optional.of(evidence(
                    "spread over %.3g (standard deviation of all columns), real rows over %.3g", ofMade, ofReal));
        }
        double betweenReal = columns > 2 ? Distances.medianAmong(real, columns) : 0;
        double betweenMade = betweenReal > 0 ? Distances.medianAmong(made, columns) : 0;
        return betweenMade < NEAREST * betweenReal
                ? Optional.of(evidence(
                        "lie %.3g from the nearest other one in the median, real rows %.3g", betweenMade, betweenReal))
                : Optional.empty();
    }

    private static String evidence(String format, double ofMade, double ofReal) {
        return OF_OTHERS + " samples " + String.format(Locale.ROOT, format, ofMade, ofReal);
    }

    private static List<String> settings(GanConfig config) {
        return List.of(
                Remedies.generatorRate(config, 0.1),
                "updates.discriminatorSteps=" + (config.updates().discriminatorSteps() + 1));
    }
}
