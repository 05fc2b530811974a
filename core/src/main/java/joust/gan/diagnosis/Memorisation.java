package joust.gan.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.data.FiniteSamples;
import joust.gan.GanTrainer;

/**
 * Samples lie closer to rows of the training table than those lie to each other: the median distance of 100 samples from the nearest
 * row is less than half of that of 100 rows from the nearest other one. Says nothing where half of the rows have a twin.
 */
final class Memorisation {
    private static final int COUNT = 100;
    private static final double CLOSE = 0.5;

    private Memorisation() {}

    static Optional<Finding> look(GanTrainer trainer) {
        if (!hasTable(trainer) || !(trainer.samples() instanceof FiniteSamples table)) {
            return Optional.empty();
        }
        int[] picked = SampleSets.picked(table, trainer.config().seed(), COUNT);
        int[] none = new int[COUNT];
        Arrays.fill(none, -1);
        double ofRows =
                Distances.medianNearest(SampleSets.real(trainer, COUNT), table.values(), table.columns(), picked);
        double ofSamples =
                Distances.medianNearest(SampleSets.generated(trainer, COUNT), table.values(), table.columns(), none);
        return ofSamples < CLOSE * ofRows
                ? Optional.of(finding(trainer.step(), table, ofSamples, ofRows))
                : Optional.empty();
    }

    /** Whether there are rows that a generator could repeat. */
    static boolean hasTable(GanTrainer trainer) {
        return trainer.samples() instanceof FiniteSamples table && table.rows() > 1;
    }

    private static Finding finding(long steps, FiniteSamples table, double ofSamples, double ofRows) {
        String evidence = String.format(
                Locale.ROOT,
                "samples lie %.3g from the nearest of the %d rows trained on in the median, those rows lie %.3g from each other",
                ofSamples,
                table.rows(),
                ofRows);
        return new Finding(
                Symptom.MEMORISED_DATA,
                evidence,
                "train on more rows (data), stop earlier, or keep the discriminator from learning them by heart",
                List.of("steps=" + Math.max(1, steps / 4), "discriminator.l2Decay=0.001"));
    }
}
