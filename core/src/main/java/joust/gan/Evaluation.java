package joust.gan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.Samples;
import joust.data.SplitSamples;
import joust.data.Univariate;
import joust.metrics.ClassifierScore;
import joust.metrics.DiscriminatorDeviation;
import joust.metrics.ImageClassifier;
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

    private static final int FEW_COLUMNS = 2;

    /** Images that the classifier judges. */
    private static final int IMAGES = 1_000;

    private static final int CHUNK = 1_000;

    private final Backend backend;
    private final GanConfig config;
    private final RealData data;
    private final Generator generator;
    private final Discriminator discriminator;

    /** Prepares to judge networks that stay the caller's to close. */
    public Evaluation(Backend backend, GanConfig config, GanNetworks networks, RealData data) {
        this.backend = backend;
        this.config = config;
        this.data = data;
        this.generator = Generator.of(networks, config);
        try {
            this.discriminator = new Discriminator(networks, config);
        } catch (RuntimeException | Error e) {
            generator.close();
            throw e;
        }
    }

    /**
     * Computes all metrics: {@code value}, {@code accuracyReal} and {@code accuracyFake} always; {@code ks}, {@code wasserstein1},
     * {@code meanError}, {@code maxDiscriminatorDeviation} and {@code maxDiscriminatorDeviation2} for a distribution in one
     * dimension; for images with labels {@code classifierAccuracy} (of the judge itself, on held-out rows), {@code confidentShare}
     * and {@code smallestClassShare} of 1,000 samples.
     *
     * @return names and numbers in this order; a number may be NaN
     */
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        Samples real = data.training();
        int count = real.columns() <= FEW_COLUMNS ? MANY_SAMPLES : SAMPLES;
        Judgement ofReal = discriminator.summarize(draw(real, count));
        Judgement ofFake = discriminator.summarize(generate(count));
        metrics.put("value", ofReal.logReal() + ofFake.logFake());
        metrics.put("accuracyReal", ofReal.takenForReal());
        metrics.put("accuracyFake", ofFake.takenForFake());
        if (real instanceof Univariate distribution) {
            addUnivariate(distribution, metrics);
        }
        Optional<SplitSamples> labelled = data.labelled();
        labelled.ifPresent(samples -> addClassifier(samples, metrics));
        return metrics;
    }

    private void addUnivariate(Univariate distribution, Map<String, Double> metrics) {
        UnivariateFit fit = UnivariateFit.of(generate(SAMPLES), distribution);
        double[] curve = discriminator.judge(DiscriminatorDeviation.points(distribution));
        metrics.put("ks", fit.kolmogorovSmirnov());
        metrics.put("wasserstein1", fit.wasserstein1());
        metrics.put("meanError", fit.meanError());
        metrics.put("maxDiscriminatorDeviation", DiscriminatorDeviation.greatest(curve, 3));
        metrics.put("maxDiscriminatorDeviation2", DiscriminatorDeviation.greatest(curve, 2));
    }

    private void addClassifier(SplitSamples labelled, Map<String, Double> metrics) {
        try (ImageClassifier classifier = ImageClassifier.train(backend, labelled)) {
            ClassifierScore score = classifier.score(generate(IMAGES));
            metrics.put("classifierAccuracy", classifier.heldOutAccuracy());
            metrics.put("confidentShare", score.confidentShare());
            metrics.put("smallestClassShare", score.smallestClassShare());
        }
    }

    private float[] generate(int count) {
        return generator.generate(config.seed(), Streams.EVALUATION_NOISE, count);
    }

    private float[] draw(Samples real, int count) {
        float[] rows = new float[count * real.columns()];
        float[] chunk = new float[CHUNK * real.columns()];
        try (RealBatches batches = RealBatches.of(backend, real, CHUNK, false);
                Tensor tensor = backend.allocate(CHUNK, real.columns())) {
            for (int first = 0; first < count; first += CHUNK) {
                long position = first / CHUNK * batches.blocks(CHUNK);
                batches.draw(config.seed(), Streams.EVALUATION_DATA, position, tensor);
                backend.download(tensor, chunk, 0);
                System.arraycopy(chunk, 0, rows, first * real.columns(), chunk.length);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        discriminator.close();
        generator.close();
    }
}
