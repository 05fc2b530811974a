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

/** What a frozen classifier makes of generated images, and how they lie among held-out ones in its features. */
record ClassifierMetrics(Backend backend, EvaluationRows rows, SplitSamples labelled) {
    /** Images whose classes are counted. */
    private static final int IMAGES = 1_000;

    /** Images whose features are compared, at most. */
    private static final int MOST_COMPARED = 10_000;

    void addTo(Map<String, Double> metrics) {
        try (ImageClassifier classifier = ImageClassifier.train(backend, labelled)) {
            int count = rows.limit(IMAGES);
            float[] images = rows.generated(count);
            ClassifierScore score = classifier.score(images);
            metrics.put("classifierAccuracy", classifier.heldOutAccuracy());
            metrics.put("confidentShare", score.confidentShare());
            metrics.put("smallestClassShare", score.smallestClassShare());
            if (rows.classes() > 0) {
                metrics.put("labelAgreement", classifier.agreement(images, rows.askedClasses(count)));
            }
            addFeatures(classifier, metrics);
        }
    }

    private void addFeatures(ImageClassifier classifier, Map<String, Double> metrics) {
        FiniteSamples heldOut = labelled.heldOut();
        int count = Math.min(rows.limit(MOST_COMPARED), heldOut.rows());
        if (count <= NearestNeighbours.NEIGHBOUR) {
            return;
        }
        float[] real = classifier.features(Arrays.copyOf(heldOut.values(), count * heldOut.columns()));
        float[] generated = classifier.features(rows.generated(count));
        int columns = classifier.featureCount();
        metrics.put("frechet", FrechetDistance.of(real, generated, columns));
        NearestNeighbours neighbours = NearestNeighbours.of(backend, real, generated, columns);
        metrics.put("precision", neighbours.precision());
        metrics.put("recall", neighbours.recall());
        metrics.put("density", neighbours.density());
        metrics.put("coverage", neighbours.coverage());
    }
}
