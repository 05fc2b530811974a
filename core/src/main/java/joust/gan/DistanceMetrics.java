package joust.gan;

import java.util.Arrays;
import java.util.Map;
import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.SplitSamples;
import joust.metrics.MeanDiscrepancy;
import joust.metrics.ParzenWindow;

/** How generated rows lie among real ones as they are: mean discrepancy in few dimensions, Parzen windows for images. */
record DistanceMetrics(Backend backend, EvaluationRows rows, RealData data) {
    private static final int FEW_COLUMNS = 2;

    /** Rows of either kind for the mean discrepancy. */
    private static final int DISCREPANCY_ROWS = 2_000;

    /** Centres and test rows of the Parzen windows, and rows that their width is chosen by, at most (Goodfellow et al. 2014). */
    private static final int MOST_CENTRES = 10_000;

    private static final int MOST_VALIDATION_ROWS = 1_000;
    private static final double VALIDATION_SHARE = 0.1;

    void addTo(Map<String, Double> metrics) {
        int columns = data.training().columns();
        if (columns <= FEW_COLUMNS) {
            int count = rows.limit(DISCREPANCY_ROWS);
            metrics.put("mmd", MeanDiscrepancy.squared(backend, rows.realAlone(count), rows.generated(count), columns));
        }
        data.labelled().ifPresent(split -> addParzen(split, metrics));
    }

    /** Validation rows are the last of the training rows, test rows the held-out ones, reference centres the first training rows. */
    private void addParzen(SplitSamples split, Map<String, Double> metrics) {
        FiniteSamples training = split.training();
        int columns = training.columns();
        int validationRows = (int) Math.min(MOST_VALIDATION_ROWS, VALIDATION_SHARE * training.rows());
        int testRows = Math.min(rows.limit(MOST_CENTRES), split.heldOut().rows());
        int centres = Math.min(rows.limit(MOST_CENTRES), training.rows() - validationRows);
        if (validationRows < 1 || testRows < 2) {
            return;
        }
        float[] all = training.values();
        float[] validation = Arrays.copyOfRange(all, all.length - validationRows * columns, all.length);
        float[] test = Arrays.copyOf(split.heldOut().values(), testRows * columns);
        ParzenWindow made =
                ParzenWindow.of(backend, rows.generated(rows.limit(MOST_CENTRES)), validation, test, columns);
        float[] reference = Arrays.copyOf(all, centres * columns);
        metrics.put("parzen", made.logLikelihood());
        metrics.put("parzenError", made.standardError());
        metrics.put(
                "parzenReal",
                ParzenWindow.of(backend, reference, validation, test, columns).logLikelihood());
    }
}
