package joust.gan;

import java.util.LinkedHashMap;
import java.util.Map;
import joust.backend.Backend;
import joust.data.Mixture;
import joust.data.Samples;
import joust.data.Univariate;
import joust.metrics.DiscriminatorDeviation;
import joust.metrics.MixtureFit;
import joust.metrics.UnivariateFit;

/**
 * Judges trained networks by the metrics that their data allow. Samples come from the moving average of the generator where there is
 * one, real rows and noise from the evaluation streams, so nothing that was trained on decides.
 */
public final class Evaluation implements AutoCloseable {
    /** Samples for the value of the game where a row has at most {@link #FEW_COLUMNS} columns. */
    private static final int MANY_SAMPLES = 100_000;

    /** Samples for everything else. */
    private static final int SAMPLES = 10_000;

    /** Below so many samples some metrics have no meaning. */
    public static final int FEWEST_SAMPLES = 100;

    private static final int FEW_COLUMNS = 2;

    /** Samples that modes are counted in (Lin et al. 2018). */
    private static final int MIXTURE_SAMPLES = 2_500;

    private final Backend backend;
    private final RealData data;
    private final EvaluationRows rows;
    private final Discriminator discriminator;

    /** Prepares to judge networks that stay the caller's to close. */
    public Evaluation(Backend backend, GanConfig config, GanNetworks networks, RealData data) {
        this(backend, config, networks, data, Integer.MAX_VALUE);
    }

    /**
     * Prepares to judge networks that stay the caller's to close.
     *
     * @param mostSamples no metric uses more samples, at least {@link #FEWEST_SAMPLES}
     */
    public Evaluation(Backend backend, GanConfig config, GanNetworks networks, RealData data, int mostSamples) {
        Check.atLeast(FEWEST_SAMPLES, "samples", mostSamples);
        this.backend = backend;
        this.data = data;
        this.rows = new EvaluationRows(backend, config, networks, data.training(), mostSamples);
        try {
            this.discriminator = new Discriminator(networks, config);
        } catch (RuntimeException | Error e) {
            rows.close();
            throw e;
        }
    }

    /**
     * Computes all metrics: {@code value}, {@code accuracyReal} and {@code accuracyFake} always; {@code ks}, {@code ksCritical},
     * {@code wasserstein1}, {@code meanError}, {@code maxDiscriminatorDeviation}, {@code maxDiscriminatorDeviation2} and {@code
     * rmsDiscriminatorError} for a distribution in one dimension; {@code modes}, {@code modesStrict}, {@code highQuality} and {@code
     * reverseKl} of 2,500 samples for a mixture; {@code mmd} where rows have at most two columns; for images {@code parzen}, {@code
     * parzenError} and {@code parzenReal}; for images with labels {@code classifierAccuracy} (of the judge itself, on held-out rows),
     * {@code confidentShare} and {@code smallestClassShare} of 1,000 samples, {@code labelAgreement} where the generator is told
     * classes, and in the classifier's features {@code frechet}, {@code precision}, {@code recall}, {@code density} and {@code
     * coverage} against held-out rows.
     *
     * @return names and numbers in this order; a number may be NaN
     */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        Samples real = data.training();
        int count = rows.limit(real.columns() <= FEW_COLUMNS ? MANY_SAMPLES : SAMPLES);
        Judgement ofReal = discriminator.summarize(rows.real(count));
        Judgement ofFake = discriminator.summarize(rows.generatedWithClasses(count));
        metrics.put("value", ofReal.logReal() + ofFake.logFake());
        metrics.put("accuracyReal", ofReal.takenForReal());
        metrics.put("accuracyFake", ofFake.takenForFake());
        if (real instanceof Univariate distribution) {
            addUnivariate(distribution, metrics);
        }
        if (real instanceof Mixture mixture) {
            addMixture(mixture, metrics);
        }
        new DistanceMetrics(backend, rows, data).addTo(metrics);
        data.labelled().ifPresent(samples -> new ClassifierMetrics(backend, rows, samples).addTo(metrics));
        return metrics;
    }

    private void addUnivariate(Univariate distribution, Map<String, Double> metrics) {
        UnivariateFit fit = UnivariateFit.of(rows.generated(rows.limit(SAMPLES)), distribution);
        double[] curve = discriminator.judge(DiscriminatorDeviation.points(distribution));
        metrics.put("ks", fit.kolmogorovSmirnov());
        metrics.put("ksCritical", UnivariateFit.criticalKolmogorovSmirnov(rows.limit(SAMPLES)));
        metrics.put("wasserstein1", fit.wasserstein1());
        metrics.put("meanError", fit.meanError());
        metrics.put("maxDiscriminatorDeviation", DiscriminatorDeviation.greatest(curve, 3));
        metrics.put("maxDiscriminatorDeviation2", DiscriminatorDeviation.greatest(curve, 2));
        metrics.put(
                "rmsDiscriminatorError",
                DiscriminatorDeviation.fromOptimum(curve, rows.generated(rows.limit(MANY_SAMPLES)), distribution));
    }

    private void addMixture(Mixture mixture, Map<String, Double> metrics) {
        MixtureFit fit = MixtureFit.of(rows.generated(rows.limit(MIXTURE_SAMPLES)), mixture);
        metrics.put("modes", (double) fit.modes());
        metrics.put("modesStrict", (double) fit.modesStrict());
        metrics.put("highQuality", fit.highQuality());
        metrics.put("reverseKl", fit.reverseKl());
    }

    @Override
    public void close() {
        discriminator.close();
        rows.close();
    }
}
