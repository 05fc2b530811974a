package joust.gan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.data.SplitSamples;
import joust.metrics.KMeans;
import joust.metrics.MeanDiscrepancy;
import joust.metrics.NearestRows;
import joust.metrics.ParzenWindow;

/** How generated rows lie among real ones as they are: mean discrepancy in few dimensions, Parzen windows for images. */
final class DistanceMetrics {
    private static final int FEW_COLUMNS = 2;

    /** Rows of either kind for the mean discrepancy. */
    private static final int DISCREPANCY_ROWS = 2_000;

    /** Centres and test rows of the Parzen windows, and rows that their width is chosen by, at most (Goodfellow et al. 2014). */
    private static final int MOST_CENTRES = 10_000;

    private static final int MOST_VALIDATION_ROWS = 1_000;
    private static final double VALIDATION_SHARE = 0.1;

    /** Samples whose nearest training rows are looked for. */
    private static final int NEAREST_ROWS = 1_000;

    /** Centres hardly move after these. */
    private static final int ROUNDS = 10;

    private final Backend backend;
    private final EvaluationRows rows;
    private final Samples training;
    private final Optional<SplitSamples> labelled;
    private final Map<Integer, Double> likelihoodOfReal = new HashMap<>();
    private final Map<Integer, Double> nearestOfReal = new HashMap<>();

    DistanceMetrics(Backend backend, EvaluationRows rows, Samples training, Optional<SplitSamples> labelled) {
        this.backend = backend;
        this.rows = rows;
        this.training = training;
        this.labelled = labelled;
    }

    /** Whether rows have so few columns that their distances mean something as they are. */
    static boolean hasFewColumns(Samples samples) {
        return samples.columns() <= FEW_COLUMNS;
    }

    /** Whether there are rows enough to choose a width by and to test with. */
    static boolean hasWindows(SplitSamples split) {
        return validationRows(split) >= 1 && split.heldOut().rows() >= 2;
    }

    private static int validationRows(SplitSamples split) {
        return (int) Math.min(
                MOST_VALIDATION_ROWS, VALIDATION_SHARE * split.training().rows());
    }

    /** Adds the metrics, of at most {@code most} samples. */
    void addTo(Map<Metric, Double> metrics, int most) {
        if (hasFewColumns(training)) {
            int count = Math.min(most, DISCREPANCY_ROWS);
            metrics.put(
                    Metric.MMD,
                    MeanDiscrepancy.squared(backend, rows.realAlone(count), rows.generated(count), training.columns()));
        }
        labelled.filter(DistanceMetrics::hasWindows).ifPresent(split -> addParzen(split, metrics, most));
    }

    /** Validation rows are the last of the training rows, test rows the held-out ones, reference centres the first training rows. */
    private void addParzen(SplitSamples split, Map<Metric, Double> metrics, int most) {
        int limit = Math.min(most, MOST_CENTRES);
        ParzenWindow made = window(split, rows.generated(limit), limit);
        metrics.put(Metric.PARZEN, made.logLikelihood());
        metrics.put(Metric.PARZEN_ERROR, made.standardError());
        // Real rows stay what they are while a run is judged again and again.
        metrics.put(Metric.PARZEN_REAL, likelihoodOfReal.computeIfAbsent(limit, _ -> ofReal(split, limit)));
        addNearest(split, metrics, Math.min(most, NEAREST_ROWS));
    }

    /** Of samples and of held-out rows, how far they are from the rows that were trained on. */
    private void addNearest(SplitSamples split, Map<Metric, Double> metrics, int count) {
        float[] table = split.training().values();
        int columns = split.training().columns();
        double ofReal = nearestOfReal.computeIfAbsent(
                count, _ -> NearestRows.medianDistance(backend, table, heldOut(split, count), columns));
        double made = NearestRows.medianDistance(backend, table, rows.generated(count), columns);
        metrics.put(Metric.NEAREST_TRAINING, made / ofReal);
    }

    /** The Parzen score of as many k-means centres of the training rows. */
    Optional<Double> likelihoodOfMeans(int most) {
        return labelled.filter(DistanceMetrics::hasWindows).map(split -> {
            int limit = Math.min(most, MOST_CENTRES);
            float[] table = centreRows(split);
            int columns = split.training().columns();
            int count = Math.min(limit, table.length / columns);
            float[] centres = KMeans.centres(backend, table, columns, count, ROUNDS, 1);
            return window(split, centres, limit).logLikelihood();
        });
    }

    private double ofReal(SplitSamples split, int limit) {
        float[] table = centreRows(split);
        int length = Math.min(limit * split.training().columns(), table.length);
        return window(split, Arrays.copyOf(table, length), limit).logLikelihood();
    }

    /** The training rows but those that widths are chosen by. */
    private static float[] centreRows(SplitSamples split) {
        FiniteSamples table = split.training();
        return Arrays.copyOf(table.values(), (table.rows() - validationRows(split)) * table.columns());
    }

    private static float[] heldOut(SplitSamples split, int limit) {
        FiniteSamples table = split.heldOut();
        return Arrays.copyOf(table.values(), Math.min(limit, table.rows()) * table.columns());
    }

    private ParzenWindow window(SplitSamples split, float[] centres, int limit) {
        float[] all = split.training().values();
        int columns = split.training().columns();
        float[] validation = Arrays.copyOfRange(all, all.length - validationRows(split) * columns, all.length);
        return ParzenWindow.of(backend, centres, validation, heldOut(split, limit), columns);
    }
}
