package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import joust.backend.Backend;
import joust.data.Gaussian;
import joust.data.GeneratedSamples;
import joust.data.Mixture;
import joust.data.Samples;
import joust.metrics.DiscriminatorDeviation;
import joust.metrics.MixtureFit;
import joust.metrics.UnivariateFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    private final Backend backend = TestBackend.open();

    @Test
    void aDistributionInOneDimensionIsJudgedByItsFitAndByDiscriminator() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.5).config();
        Gaussian truth = new Gaussian(1, 2);
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config);
                Discriminator discriminator = new Discriminator(networks, config)) {
            // Now the raw parameters are others than their moving average, of which samples are made.
            networks.generator().clip(0.01);
            Map<String, Double> metrics = metrics(config, networks, truth);
            UnivariateFit fit = UnivariateFit.of(generator.generate(1, 16, 10_000), truth);
            double[] curve = discriminator.judge(DiscriminatorDeviation.points(truth));
            float[] real = new float[100_000];
            truth.draw(1, 17, 0, real, 0, real.length);
            float[] fake = generator.generate(1, 16, 100_000);

            assertThat(metrics)
                    .containsOnlyKeys(
                            "value",
                            "accuracyReal",
                            "accuracyFake",
                            "ks",
                            "ksCritical",
                            "wasserstein1",
                            "meanError",
                            "maxDiscriminatorDeviation",
                            "maxDiscriminatorDeviation2",
                            "rmsDiscriminatorError",
                            "mmd")
                    .containsEntry("ksCritical", 1.358 / 100)
                    .containsEntry("ks", fit.kolmogorovSmirnov())
                    .containsEntry("wasserstein1", fit.wasserstein1())
                    .containsEntry("meanError", fit.meanError())
                    .containsEntry("maxDiscriminatorDeviation", DiscriminatorDeviation.greatest(curve, 3))
                    .containsEntry("maxDiscriminatorDeviation2", DiscriminatorDeviation.greatest(curve, 2))
                    .containsEntry(
                            "value",
                            discriminator.summarize(real).logReal()
                                    + discriminator.summarize(fake).logFake())
                    .containsEntry("accuracyReal", discriminator.summarize(real).takenForReal());
            assertThat(metrics.get("accuracyFake"))
                    .isCloseTo(1 - discriminator.summarize(fake).takenForReal(), within(1e-12));
        }
    }

    @Test
    void mixturesAreJudgedByTheirModes() {
        GanConfig config = SmallSystems.small("ring8");
        Samples ring = SmallSystems.samples(config);
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config)) {
            MixtureFit fit = MixtureFit.of(generator.generate(1, 16, 2_500), (Mixture) ring);
            assertThat(metrics(config, networks, ring))
                    .containsOnlyKeys(
                            "value",
                            "accuracyReal",
                            "accuracyFake",
                            "modes",
                            "modesStrict",
                            "highQuality",
                            "reverseKl",
                            "mmd")
                    .containsEntry("modes", (double) fit.modes())
                    .containsEntry("highQuality", fit.highQuality());
        }
    }

    @Test
    void theClassesAskedForAreComparedWithTheClassifiers() {
        GanConfig config = Presets.get("digits-conditional");
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Evaluation evaluation = new Evaluation(backend, config, networks, DataSources.open(config.data()))) {
            assertThat(evaluation.metrics().get("labelAgreement")).isBetween(0.0, 0.4);
        }
    }

    @Test
    void imagesWithLabelsAreJudgedByAClassifier() {
        GanConfig config = Presets.get("digits");
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Evaluation evaluation = new Evaluation(backend, config, networks, DataSources.open(config.data()))) {
            Map<String, Double> metrics = evaluation.metrics();

            assertThat(metrics.get("classifierAccuracy")).isGreaterThan(0.95);
            assertThat(metrics.get("confidentShare")).isBetween(0.0, 0.5);
            assertThat(metrics.get("smallestClassShare")).isBetween(0.0, 0.1);
            assertThat(metrics.get("frechet")).isGreaterThan(10);
            assertThat(metrics.get("coverage")).isBetween(0.0, 0.1);
            assertThat(metrics.get("recall")).isBetween(0.0, 0.3);
            assertThat(metrics).containsKeys("precision", "density");
            assertThat(metrics.get("parzen")).isLessThan(metrics.get("parzenReal"));
            assertThat(metrics.get("parzenReal")).isBetween(-10.0, 60.0);
            assertThat(metrics.get("nearestTraining")).isGreaterThan(1);
            assertThat(evaluation.references(100).get("parzenKMeans"))
                    .isGreaterThan(metrics.get("parzen"))
                    .isLessThan(60);
        }
    }

    @Test
    void rowsWithoutLabelsOrDensityHaveTheValueOfTheGame() {
        GanConfig config = SmallSystems.small("mnist");
        try (GanNetworks networks = GanNetworks.initialize(backend, config)) {
            assertThat(metrics(config, networks, SmallSystems.samples(config)))
                    .containsOnlyKeys("value", "accuracyReal", "accuracyFake");
        }
    }

    @Test
    void rowsOfTwoColumnsAreJudgedByAsManySamplesAsThoseOfOne() {
        GanConfig config = SmallSystems.small("toy2d");
        Samples truth = DataSources.open(config.data()).training();
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config);
                Discriminator discriminator = new Discriminator(networks, config)) {
            float[] real = new float[200_000];
            ((GeneratedSamples) truth).draw(config.seed(), 17, 0, real, 0, 100_000);

            assertThat(metrics(config, networks, truth))
                    .containsEntry(
                            "value",
                            discriminator.summarize(real).logReal()
                                    + discriminator
                                            .summarize(generator.generate(config.seed(), 16, 100_000))
                                            .logFake());
        }
    }

    /** What is said to be available is what is computed, in this order, for each kind of data. */
    @ParameterizedTest
    @ValueSource(strings = {"digits", "digits-conditional", "gaussian1d", "toy2d", "ring8"})
    void theNamesAreKnownBeforeTheNumbers(String preset) {
        GanConfig config = Presets.get(preset);
        RealData data = DataSources.open(config.data());
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Evaluation evaluation = new Evaluation(backend, config, networks, data)) {
            assertThat(evaluation.metrics(100).keySet())
                    .containsExactlyElementsOf(Evaluation.available(config, data).stream()
                            .map(Metric::key)
                            .toList());
        }
    }

    @Test
    void oneEvaluationSeesParametersAsTheyAreAndTrainsItsJudgeOnce() {
        GanConfig config = Presets.get("digits");
        RealData data = DataSources.open(config.data());
        AtomicInteger updates = new AtomicInteger();
        Backend counting = counting(updates);
        try (GanNetworks networks = GanNetworks.initialize(counting, config);
                Evaluation kept = new Evaluation(counting, config, networks, data)) {
            Map<String, Double> before = kept.metrics(100);
            assertThat(updates.get()).isEqualTo(1_500);
            networks.generator().clip(0.01);
            networks.generatorAverage()
                    .ifPresent(average -> average.copyFrom(networks.generator().values()));
            Map<String, Double> after = kept.metrics(100);
            assertThat(updates.get()).isEqualTo(1_500);
            assertThat(after.get("frechet")).isNotEqualTo(before.get("frechet"));
            assertThat(after.get("parzenReal")).isEqualTo(before.get("parzenReal"));
            try (Evaluation fresh = new Evaluation(counting, config, networks, data)) {
                assertThat(fresh.metrics(100)).isEqualTo(after);
                assertThat(fresh.metrics()).isEqualTo(kept.metrics());
            }
        }
    }

    /** Counts the steps of Adam: nothing but the judge learns here. */
    private Backend counting(AtomicInteger updates) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (_, method, arguments) -> {
                    if (method.getName().equals("adam")) {
                        updates.incrementAndGet();
                    }
                    return method.invoke(backend, arguments);
                });
    }

    private Map<String, Double> metrics(GanConfig config, GanNetworks networks, Samples samples) {
        try (Evaluation evaluation = new Evaluation(backend, config, networks, RealData.of(samples))) {
            return evaluation.metrics();
        }
    }
}
