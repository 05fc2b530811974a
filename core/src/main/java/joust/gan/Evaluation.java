package joust.gan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import joust.backend.Backend;
import joust.data.Mixture;
import joust.data.Samples;
import joust.data.SplitSamples;
import joust.data.Univariate;
import joust.metrics.DiscriminatorDeviation;
import joust.metrics.MixtureFit;
import joust.metrics.UnivariateFit;
import org.jspecify.annotations.Nullable;

/**
 * Judges trained networks by the metrics that their data allow. Samples come from the moving average of the generator where there is
 * one, real rows and noise from the evaluation streams, so nothing that was trained on decides. It sees parameters as they are at each call and
 * has no part in training; what does not depend on them, a judge that has to be trained above all, is kept from call to call.
 */
public final class Evaluation implements AutoCloseable {
    /** Samples for the value of the game where a row has one or two columns. */
    private static final int MANY_SAMPLES = 100_000;

    /** Samples for everything else. */
    private static final int SAMPLES = 10_000;

    /** Below so many samples some metrics have no meaning. */
    public static final int FEWEST_SAMPLES = 100;

    /** Samples that modes are counted in (Lin et al. 2018). */
    private static final int MIXTURE_SAMPLES = 2_500;

    private static final Set<Metric> UNIVARIATE = EnumSet.range(Metric.KS, Metric.RMS_DISCRIMINATOR_ERROR);
    private static final Set<Metric> MIXTURE = EnumSet.range(Metric.MODES, Metric.REVERSE_KL);

    private final Samples real;
    private final EvaluationRows rows;
    private final Discriminator discriminator;
    private final DistanceMetrics distances;
    private final @Nullable ClassifierMetrics classifier;

    /** Prepares to judge networks that stay the caller's to close. */
    public Evaluation(Backend backend, GanConfig config, GanNetworks networks, RealData data) {
        Optional<SplitSamples> labelled = data.labelled();
        this.real = data.training();
        this.rows = new EvaluationRows(backend, config, networks, real);
        this.distances = new DistanceMetrics(backend, rows, real, labelled);
        this.classifier = labelled.map(split -> new ClassifierMetrics(backend, rows, split))
                .orElse(null);
        try {
            this.discriminator = new Discriminator(networks, config);
        } catch (RuntimeException | Error e) {
            rows.close();
            throw e;
        }
    }

    /** The metrics that a configuration's networks are judged by on these data, in the order of {@link #metrics}. */
    public static List<Metric> available(GanConfig config, RealData data) {
        List<Metric> metrics = new ArrayList<>(List.of(Metric.VALUE, Metric.ACCURACY_REAL, Metric.ACCURACY_FAKE));
        if (data.training() instanceof Univariate) {
            metrics.addAll(UNIVARIATE);
        }
        if (data.training() instanceof Mixture) {
            metrics.addAll(MIXTURE);
        }
        if (DistanceMetrics.hasFewColumns(data.training())) {
            metrics.add(Metric.MMD);
        }
        data.labelled().ifPresent(split -> addOfImages(config, split, metrics));
        return metrics;
    }

    private static void addOfImages(GanConfig config, SplitSamples split, List<Metric> metrics) {
        if (DistanceMetrics.hasWindows(split)) {
            metrics.addAll(List.of(Metric.PARZEN, Metric.PARZEN_ERROR, Metric.PARZEN_REAL, Metric.NEAREST_TRAINING));
        }
        metrics.addAll(List.of(Metric.CLASSIFIER_ACCURACY, Metric.CONFIDENT_SHARE, Metric.SMALLEST_CLASS_SHARE));
        if (config.batch().classes() > 0) {
            metrics.add(Metric.LABEL_AGREEMENT);
        }
        if (ClassifierMetrics.hasNeighbours(split)) {
            metrics.addAll(List.of(Metric.FRECHET, Metric.PRECISION, Metric.RECALL, Metric.DENSITY, Metric.COVERAGE));
        }
    }

    /**
     * Checks the metric that a configuration compares checkpoints by, where it names one.
     *
     * @throws ConfigException if these data do not allow it
     */
    public static void requireMetric(GanConfig config, RealData data) {
        String metric = config.evaluation().metric();
        if (metric != null) {
            List<String> known = Metric.ranking(available(config, data));
            Check.require(
                    !known.isEmpty(),
                    "evaluation.metric",
                    metric,
                    "none: " + data.training().name() + " has no metric to compare by");
            EvaluationConfig.requireOneOf(known, "evaluation.metric", metric);
        }
    }

    /** As {@link #metrics(int)}, each of as many samples as it is defined with. */
    public Map<String, Double> metrics() {
        return metrics(Integer.MAX_VALUE);
    }

    /**
     * Computes all metrics: {@code value}, {@code accuracyReal} and {@code accuracyFake} always; {@code ks}, {@code ksCritical},
     * {@code wasserstein1}, {@code meanError}, {@code maxDiscriminatorDeviation}, {@code maxDiscriminatorDeviation2} and {@code
     * rmsDiscriminatorError} for a distribution in one dimension; {@code modes}, {@code modesStrict}, {@code highQuality} and {@code
     * reverseKl} of 2,500 samples for a mixture; {@code mmd} where rows have at most two columns; for images {@code parzen}, {@code
     * parzenError}, {@code parzenReal} and {@code nearestTraining} of 1,000 samples; for images with labels {@code classifierAccuracy} (of the judge itself, on held-out rows),
     * {@code confidentShare} and {@code smallestClassShare} of 1,000 samples, {@code labelAgreement} where the generator is told
     * classes, and in the classifier's features {@code frechet}, {@code precision}, {@code recall}, {@code density} and {@code
     * coverage} against held-out rows.
     *
     * @param mostSamples no metric uses more samples, at least {@link #FEWEST_SAMPLES}
     * @return names and numbers in this order; a number may be NaN
     */
    public Map<String, Double> metrics(int mostSamples) {
        Check.atLeast(FEWEST_SAMPLES, "samples", mostSamples);
        Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
        int count = Math.min(mostSamples, DistanceMetrics.hasFewColumns(real) ? MANY_SAMPLES : SAMPLES);
        Judgement ofReal = discriminator.summarize(rows.real(count));
        Judgement ofFake = discriminator.summarize(rows.generatedWithClasses(count));
        metrics.put(Metric.VALUE, ofReal.logReal() + ofFake.logFake());
        metrics.put(Metric.ACCURACY_REAL, ofReal.takenForReal());
        metrics.put(Metric.ACCURACY_FAKE, ofFake.takenForFake());
        if (real instanceof Univariate distribution) {
            addUnivariate(distribution, metrics, mostSamples);
        }
        if (real instanceof Mixture mixture) {
            addMixture(mixture, metrics, mostSamples);
        }
        distances.addTo(metrics, mostSamples);
        if (classifier != null) {
            classifier.addTo(metrics, mostSamples);
        }
        Map<String, Double> byName = new LinkedHashMap<>();
        metrics.forEach((metric, value) -> byName.put(metric.key(), value));
        return byName;
    }

    /**
     * The Parzen score of as many k-means centres of the training rows as samples are judged by, {@code parzenKMeans}: blurred rows which
     * no generator made, so that the score of a generator can be read beside it. Takes minutes for many images.
     *
     * @param mostSamples no more centres, at least {@link #FEWEST_SAMPLES}
     * @return nothing for data without a Parzen score
     */
    public Map<String, Double> references(int mostSamples) {
        Check.atLeast(FEWEST_SAMPLES, "samples", mostSamples);
        Optional<Double> score = distances.likelihoodOfMeans(mostSamples);
        return score.isPresent() ? Map.of("parzenKMeans", score.get()) : Map.of();
    }

    private void addUnivariate(Univariate distribution, Map<Metric, Double> metrics, int most) {
        int count = Math.min(most, SAMPLES);
        UnivariateFit fit = UnivariateFit.of(rows.generated(count), distribution);
        double[] curve = discriminator.judge(DiscriminatorDeviation.points(distribution));
        metrics.put(Metric.KS, fit.kolmogorovSmirnov());
        metrics.put(Metric.KS_CRITICAL, UnivariateFit.criticalKolmogorovSmirnov(count));
        metrics.put(Metric.WASSERSTEIN1, fit.wasserstein1());
        metrics.put(Metric.MEAN_ERROR, fit.meanError());
        metrics.put(Metric.MAX_DISCRIMINATOR_DEVIATION, DiscriminatorDeviation.greatest(curve, 3));
        metrics.put(Metric.MAX_DISCRIMINATOR_DEVIATION2, DiscriminatorDeviation.greatest(curve, 2));
        metrics.put(
                Metric.RMS_DISCRIMINATOR_ERROR,
                DiscriminatorDeviation.fromOptimum(curve, rows.generated(Math.min(most, MANY_SAMPLES)), distribution));
    }

    private void addMixture(Mixture mixture, Map<Metric, Double> metrics, int most) {
        MixtureFit fit = MixtureFit.of(rows.generated(Math.min(most, MIXTURE_SAMPLES)), mixture);
        metrics.put(Metric.MODES, (double) fit.modes());
        metrics.put(Metric.MODES_STRICT, (double) fit.modesStrict());
        metrics.put(Metric.HIGH_QUALITY, fit.highQuality());
        metrics.put(Metric.REVERSE_KL, fit.reverseKl());
    }

    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
        }
        discriminator.close();
        rows.close();
    }
}
