package joust.gan;

import java.util.Arrays;
import java.util.Map;
import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.SplitSamples;
import joust.metrics.ClassifierScore;
import joust.metrics.FrechetDistance;
import joust.metrics.ImageClassifier;
import joust.metrics.NearestNeighbours;
import org.jspecify.annotations.Nullable;

/**
 * What a frozen classifier makes of generated images, and how they lie among held-out ones in its features. It is trained when it is first
 * asked, and then kept.
 */
final class ClassifierMetrics implements AutoCloseable {
    /** Images whose classes are counted. */
    private static final int IMAGES = 1_000;

    /** Images whose features are compared, at most. */
    private static final int MOST_COMPARED = 10_000;

    private final Backend backend;
    private final EvaluationRows rows;
    private final SplitSamples labelled;
    private @Nullable ImageClassifier trained;

    ClassifierMetrics(Backend backend, EvaluationRows rows, SplitSamples labelled) {
        this.backend = backend;
        this.rows = rows;
        this.labelled = labelled;
    }

    /** Whether there are images enough to have neighbours. */
    static boolean hasNeighbours(SplitSamples split) {
        return split.heldOut().rows() > NearestNeighbours.NEIGHBOUR;
    }

    /** Adds the metrics, of at most {@code most} samples. */
    void addTo(Map<Metric, Double> metrics, int most) {
        ImageClassifier classifier = classifier();
        int count = Math.min(most, IMAGES);
        float[] images = rows.generated(count);
        ClassifierScore score = classifier.score(images);
        metrics.put(Metric.CLASSIFIER_ACCURACY, classifier.heldOutAccuracy());
        metrics.put(Metric.CONFIDENT_SHARE, score.confidentShare());
        metrics.put(Metric.SMALLEST_CLASS_SHARE, score.smallestClassShare());
        if (rows.classes() > 0) {
            metrics.put(Metric.LABEL_AGREEMENT, classifier.agreement(images, rows.askedClasses(count)));
        }
        if (hasNeighbours(labelled)) {
            addFeatures(classifier, metrics, Math.min(most, MOST_COMPARED));
        }
    }

    private void addFeatures(ImageClassifier classifier, Map<Metric, Double> metrics, int most) {
        FiniteSamples heldOut = labelled.heldOut();
        int count = Math.min(most, heldOut.rows());
        float[] real = classifier.features(Arrays.copyOf(heldOut.values(), count * heldOut.columns()));
        float[] generated = classifier.features(rows.generated(count));
        int columns = classifier.featureCount();
        metrics.put(Metric.FRECHET, FrechetDistance.of(real, generated, columns));
        NearestNeighbours neighbours = NearestNeighbours.of(backend, real, generated, columns);
        metrics.put(Metric.PRECISION, neighbours.precision());
        metrics.put(Metric.RECALL, neighbours.recall());
        metrics.put(Metric.DENSITY, neighbours.density());
        metrics.put(Metric.COVERAGE, neighbours.coverage());
    }

    private ImageClassifier classifier() {
        ImageClassifier classifier = trained;
        if (classifier == null) {
            classifier = ImageClassifier.train(backend, labelled);
            trained = classifier;
        }
        return classifier;
    }

    @Override
    public void close() {
        if (trained != null) {
            trained.close();
        }
    }
}
