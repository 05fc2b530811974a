package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is judged on its way: its log, its best checkpoint, its early end. */
class EvaluatedRunTest {
    private static final String[] EVERY_FOUR = {
        "--set", "logEvery=2", "--set", "evaluation.every=4", "--set", "evaluation.samples=100"
    };

    @TempDir
    private Path folder;

    @Test
    void metricsAreColumnsBeforeTheSecondsAndEmptyWhereNothingWasDue() throws IOException {
        Path run = trained("run", "ring8", "--steps", "11", EVERY_FOUR);
        List<String> lines = Files.readAllLines(run.resolve("log.csv"));
        assertThat(lines.getFirst())
                .endsWith("generatorGradientNorm,modes,modesStrict,highQuality,reverseKl,mmd,seconds");
        LogHistory log = log(run);
        assertThat(log.rows()).extracting(row -> row.get("step")).containsExactly("0", "2", "4", "6", "8", "10", "11");
        for (String metric : List.of("modes", "modesStrict", "highQuality", "reverseKl", "mmd")) {
            assertThat(log.column(metric).keySet()).as(metric).containsExactly(0L, 4L, 8L, 11L);
        }
        assertThat(run.resolve("report.html")).content().contains("<h3>reverseKl</h3>", "<h3>mmd</h3>");
        assertThat(RunCheckpoints.in(run).best()).isEmpty();
    }

    @Test
    void theRowOfACheckpointIsWhatEvaluatingItGives() throws IOException {
        Path run = trained("run", "gaussian1d", "--steps", "8", EVERY_FOUR);
        Outcome outcome =
                Outcome.of("evaluate", run.toString(), "--backend", "scalar", "--samples", "100", "--checkpoint", "8");
        Map<Long, Double> ks = log(run).column("ks");
        assertThat(outcome.out()).contains("\nks " + ks.get(8L) + "\n");
        assertThat(ks.get(4L)).isNotEqualTo(ks.get(8L));
    }

    @Test
    void judgingChangesNoBitOfTraining() throws IOException {
        Path judged = trained("judged", "digits", "--steps", "9", EVERY_FOUR);
        Path alone = trained("alone", "digits", "--steps", "9", "--set", "logEvery=2");
        assertThat(metrics(judged)).isEqualTo(metrics(alone));
        assertThat(log(judged).numbers()).isEqualTo(log(alone).numbers());
    }

    @Test
    void theBestIsSavedBetweenTheOthersNotedAndCanBeUsed() throws IOException {
        Path run = trained("run", "gaussian1d", "--steps", "60", judgedBy("ks", 0));
        long best = bestOf(log(run).column("ks"), 1);
        // Else the last checkpoint could pass for the best.
        assertThat(best).isBetween(1L, 59L);
        assertThat(RunCheckpoints.in(run).best()).isEqualTo(OptionalLong.of(best));
        assertThat(RunCheckpoints.in(run).files().keySet()).contains(best, 60L);
        assertThat(used(run, "best")).isEqualTo(used(run, "" + best)).isNotEqualTo(used(run, "last"));
    }

    @Test
    void whereGreaterIsBetterTheGreatestIsTheBest() throws IOException {
        Path run = trained("run", "ring8", "--steps", "60", judgedBy("modes", 0));
        assertThat(RunCheckpoints.in(run).best()).hasValue(bestOf(log(run).column("modes"), -1));
    }

    @Test
    void aRunThatNoLongerImprovesEndsWellAndEarly() throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = RunFiles.train(run, words("gaussian1d", "--steps", "400", judgedBy("ks", 3)));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Map<Long, Double> ks = log(run).column("ks");
        long end = ks.keySet().stream().mapToLong(step -> step).max().orElseThrow();
        long best = bestOf(ks, 1);
        assertThat(end).isEqualTo(best + 3 * 4).isLessThan(400);
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains("\"steps\": " + end + ",\n  \"stopped\": \"metric\",", "\"ks\": ");
        assertThat(RunCheckpoints.in(run).files().keySet()).contains(best, end);
        assertThat(run.resolve("report.html")).content().contains("<dt>stopped by</dt><dd>metric</dd>");
        // Once more it says the same, and no step is added.
        String before = RunFiles.result(run);
        assertThat(RunFiles.resume(run, "--backend", "scalar").code()).isZero();
        assertThat(RunFiles.result(run)).isEqualTo(before);
    }

    @Test
    void whoNamesALaterStepGoesOnWithPatienceAnew() throws IOException {
        Path run = folder.resolve("run");
        assertThat(RunFiles.train(run, words("gaussian1d", "--steps", "400", judgedBy("ks", 1)))
                        .code())
                .isZero();
        long end = log(run).column("ks").keySet().stream()
                .mapToLong(step -> step)
                .max()
                .orElseThrow();
        assertThat(end).isLessThan(390);
        // Not even one evaluation in vain yet: so far it must come, and no further than there.
        String there = "" + (end + 2);
        assertThat(RunFiles.resume(run, "--backend", "scalar", "--steps", there).code())
                .isZero();
        assertThat(run.resolve("metrics.json"))
                .content()
                .contains("\"steps\": " + there + ",\n  \"stopped\": \"steps\",");
        assertThat(RunFiles.resume(run, "--backend", "scalar", "--steps", "500").code())
                .isZero();
        Map<Long, Double> ks = log(run).column("ks");
        long last = ks.keySet().stream().mapToLong(step -> step).max().orElseThrow();
        assertThat(last).isGreaterThan(end);
        // Each evaluation since then but the last was the best so far.
        for (long step = end + 4; step < last; step += 4) {
            assertThat(bestOf(upTo(ks, step), 1)).isEqualTo(step);
        }
    }

    private static Map<Long, Double> upTo(Map<Long, Double> values, long step) {
        Map<Long, Double> first = new TreeMap<>(values);
        first.keySet().removeIf(at -> at > step);
        return first;
    }

    @Test
    void aMetricThatTheDataDoNotAllowLeavesNoFolder() {
        Path run = folder.resolve("run");
        Outcome outcome = RunFiles.train(run, words("gaussian1d", "--steps", "4", judgedBy("modes", 0)));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("evaluation.metric: modes, expected one of ks, ", "; the nearest is ");
        assertThat(run).doesNotExist();
        Outcome unknown = RunFiles.train(run, words("gaussian1d", "--steps", "4", judgedBy("frechte", 0)));
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("evaluation.metric: frechte, expected one of ", "; the nearest is frechet");
    }

    private static String[] judgedBy(String metric, int patience) {
        return new String[] {
            "--set", "logEvery=2",
            "--set", "preTraining=null",
            "--set", "evaluation={every: 4, samples: 100, metric: " + metric + ", patience: " + patience + "}"
        };
    }

    /** The first step after 0 with the smallest number, or the greatest where the sign is -1. */
    private static long bestOf(Map<Long, Double> values, int sign) {
        long best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<Long, Double> value : values.entrySet()) {
            if (value.getKey() > 0 && sign * value.getValue() < least) {
                least = sign * value.getValue();
                best = value.getKey();
            }
        }
        return best;
    }

    /** Samples, metrics and weights of a checkpoint. */
    private String used(Path run, String checkpoint) throws IOException {
        Path samples = folder.resolve(checkpoint + ".csv");
        Path weights = folder.resolve(checkpoint + ".safetensors");
        assertThat(Outcome.of("sample", run.toString(), "--checkpoint", checkpoint, "--out", samples.toString())
                        .code())
                .isZero();
        assertThat(Outcome.of(
                                "export",
                                run.toString(),
                                "--format",
                                "safetensors",
                                "--checkpoint",
                                checkpoint,
                                "--out",
                                weights.toString())
                        .code())
                .isZero();
        Outcome evaluated = Outcome.of("evaluate", run.toString(), "--backend", "scalar", "--checkpoint", checkpoint);
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
        return Files.readString(samples) + Arrays.hashCode(Files.readAllBytes(weights)) + evaluated.out();
    }

    private static LogHistory log(Path run) throws IOException {
        return LogHistory.parse(Files.readString(run.resolve("log.csv")));
    }

    private static String metrics(Path run) throws IOException {
        String result = RunFiles.result(run);
        return result.substring(result.indexOf('{'));
    }

    private Path trained(String name, String preset, String option, String value, String... more) {
        Path run = folder.resolve(name);
        Outcome outcome = RunFiles.train(run, words(preset, option, value, more));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return run;
    }

    private static String[] words(String preset, String option, String value, String... more) {
        return Stream.concat(Stream.of(preset, "--backend", "scalar", option, value), Arrays.stream(more))
                .toArray(String[]::new);
    }
}
