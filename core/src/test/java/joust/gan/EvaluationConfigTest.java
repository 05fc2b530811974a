package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import joust.data.FiniteSamples;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationConfigTest {
    @Test
    void whatCannotBeIsRefused() {
        assertRefused(() -> config(-1, 100, null, 0), "every: -1, expected a whole number of at least 0");
        assertRefused(() -> config(5, 99, null, 0), "samples: 99, expected a whole number of at least 100");
        assertRefused(() -> config(5, 100, "ks", -1), "patience: -1, expected a whole number of at least 0");
        assertRefused(() -> config(5, 100, null, 3), "patience: 3, expected 0 without a metric");
        assertRefused(
                () -> config(0, 100, "ks", 0), "metric: ks, expected none, as every is 0: there is nothing to compare");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config(5, 100, "frechte", 0))
                .withMessageStartingWith("metric: frechte, expected one of ks, wasserstein1, ")
                .withMessageEndingWith("; the nearest is frechet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "value",
                "accuracyReal",
                "accuracyFake",
                "ksCritical",
                "parzenError",
                "parzenReal",
                "nearestTraining",
                "classifierAccuracy"
            })
    void whatHasNoBetterSideComparesNothing(String metric) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config(5, 100, metric, 0))
                .withMessageStartingWith("metric: " + metric + ", expected one of ks, ");
    }

    @Test
    void everyEvaluationHasARowInTheLog() {
        GanConfig config = SmallRun.gaussian().logEvery(10).config();
        assertThat(config.evaluation()).isEqualTo(EvaluationConfig.AT_THE_END);
        assertThat(config.withEvaluation(config(20, 100, "ks", 0)).evaluation().every())
                .isEqualTo(20);
        assertRefused(
                () -> config.withEvaluation(config(25, 100, null, 0)),
                "evaluation.every: 25, expected a multiple of logEvery, which is 10");
    }

    @Test
    void aMetricThatTheDataDoNotAllowIsRefusedWithTheNearest() {
        RealData line = RealData.of(SmallRun.gaussianSamples());
        Evaluation.requireMetric(judgedBy("mmd"), line);
        assertRefused(
                () -> Evaluation.requireMetric(judgedBy("modes"), line),
                "evaluation.metric: modes, expected one of ks, wasserstein1, meanError, maxDiscriminatorDeviation,"
                        + " maxDiscriminatorDeviation2, rmsDiscriminatorError, mmd; the nearest is mmd");
        RealData wide = RealData.of(FiniteSamples.of("table", 3, new float[] {1, 2, 3}));
        assertRefused(
                () -> Evaluation.requireMetric(judgedBy("mmd"), wide),
                "evaluation.metric: mmd, expected none: table has no metric to compare by");
    }

    @Test
    void stepsAreDueInTurn() {
        assertThat(List.of(0L, 5L, 7L, 10L))
                .filteredOn(config(5, 100, null, 0)::isDue)
                .containsExactly(0L, 5L, 10L);
        assertThat(EvaluationConfig.AT_THE_END.isDue(0)).isFalse();
    }

    private static GanConfig judgedBy(String metric) {
        return SmallRun.gaussian().config().withEvaluation(config(10, 100, metric, 0));
    }

    private static EvaluationConfig config(int every, int samples, @Nullable String metric, int patience) {
        return new EvaluationConfig(every, samples, metric, patience);
    }

    private static void assertRefused(ThrowingCallable making, String message) {
        assertThatExceptionOfType(ConfigException.class).isThrownBy(making).withMessage(message);
    }
}
