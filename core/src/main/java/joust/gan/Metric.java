package joust.gan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What networks are judged by, in the order of {@link Evaluation#metrics}, and which way is better. */
public enum Metric {
    VALUE("value", Better.NEITHER),
    ACCURACY_REAL("accuracyReal", Better.NEITHER),
    ACCURACY_FAKE("accuracyFake", Better.NEITHER),
    KS("ks", Better.SMALLER),
    KS_CRITICAL("ksCritical", Better.NEITHER),
    WASSERSTEIN1("wasserstein1", Better.SMALLER),
    MEAN_ERROR("meanError", Better.SMALLER),
    MAX_DISCRIMINATOR_DEVIATION("maxDiscriminatorDeviation", Better.SMALLER),
    MAX_DISCRIMINATOR_DEVIATION2("maxDiscriminatorDeviation2", Better.SMALLER),
    RMS_DISCRIMINATOR_ERROR("rmsDiscriminatorError", Better.SMALLER),
    MODES("modes", Better.GREATER),
    MODES_STRICT("modesStrict", Better.GREATER),
    HIGH_QUALITY("highQuality", Better.GREATER),
    REVERSE_KL("reverseKl", Better.SMALLER),
    MMD("mmd", Better.SMALLER),
    PARZEN("parzen", Better.GREATER),
    PARZEN_ERROR("parzenError", Better.NEITHER),
    PARZEN_REAL("parzenReal", Better.NEITHER),
    NEAREST_TRAINING("nearestTraining", Better.NEITHER),
    CLASSIFIER_ACCURACY("classifierAccuracy", Better.NEITHER),
    CONFIDENT_SHARE("confidentShare", Better.GREATER),
    SMALLEST_CLASS_SHARE("smallestClassShare", Better.GREATER),
    LABEL_AGREEMENT("labelAgreement", Better.GREATER),
    FRECHET("frechet", Better.SMALLER),
    PRECISION("precision", Better.GREATER),
    RECALL("recall", Better.GREATER),
    DENSITY("density", Better.GREATER),
    COVERAGE("coverage", Better.GREATER);

    private enum Better {
        SMALLER,
        GREATER,
        NEITHER
    }

    private final String key;
    private final Better better;

    Metric(String key, Better better) {
        this.key = key;
        this.better = better;
    }

    /** The name in {@code metrics.json}, {@code log.csv} and configurations. */
    public String key() {
        return key;
    }

    /** The metric of a name. */
    public static Optional<Metric> of(String key) {
        return Stream.of(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }

    /** Whether one of two values is better, so that checkpoints can be compared by it. */
    public boolean ranks() {
        return better != Better.NEITHER;
    }

    /** The value as a number of which the smaller one is better; NaN stays NaN. */
    double score(double value) {
        return better == Better.GREATER ? -value : value;
    }

    /** The names of those by which checkpoints can be compared. */
    static List<String> ranking(List<Metric> metrics) {
        return metrics.stream().filter(Metric::ranks).map(Metric::key).toList();
    }
}
