package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import joust.io.CheckpointFolder;
import joust.io.EventFile;
import joust.io.EventReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A judged run that is resumed has the log, the best checkpoint, the end and the events of one that was never stopped. */
class EvaluatedResumeTest {
    private static final String JUDGED = "evaluation={every: 4, samples: 100, metric: ks, patience: 3}";

    @TempDir
    private static Path shared;

    private static Path whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainWithoutAStop() {
        whole = trained(shared.resolve("whole"), "40");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 12})
    void whereverItWasStopped(int stop) throws IOException {
        Path parts = trained(folder.resolve("parts"), "" + stop);
        resume(parts, "--steps", "" + (stop + 1));
        resume(parts, "--steps", "40");
        assertSame(parts);
    }

    /** The note is that of a moment that the run has yet to come to, or of none. */
    @Test
    void whateverTheNoteSays() throws IOException {
        Path parts = trained(folder.resolve("parts"), "6", "--keep-checkpoints", "9", "--checkpoint-every", "3");
        CheckpointFolder checkpoints = RunCheckpoints.in(parts);
        Files.writeString(parts.resolve("checkpoints/best"), "step 5, ks 1.0E-9\n");
        byte[] newest = Files.readAllBytes(checkpoints.file(6));
        Files.write(checkpoints.file(6), Arrays.copyOf(newest, 100));
        resume(parts, "--steps", "40");
        assertSame(parts);
        Path other = trained(folder.resolve("other"), "3");
        Files.writeString(other.resolve("checkpoints/best"), "step 3, ks 1.0E-9\n");
        resume(other, "--steps", "3");
        assertThat(RunCheckpoints.in(other).best()).hasValue(3);
        resume(other, "--steps", "40");
        assertSame(other);
    }

    @Test
    void eventsAreThoseOfAnUnbrokenRunThroughAllStops() throws IOException {
        String[] images = {"digits", "--set", "logEvery=2", "--set", "evaluation.every=4", "--set", "steps=12"};
        String[] few = {"--set", "evaluation.samples=100"};
        Path unbroken = folder.resolve("unbroken");
        Path parts = folder.resolve("parts");
        train(unbroken, all(images, few));
        train(parts, all(images, few, "--steps", "5"));
        Files.copy(EventFile.files(parts).getFirst(), parts.resolve("events.out.tfevents.0000000001.older"));
        Files.write(parts.resolve("events.out.tfevents.0000000002.torn"), new byte[] {9, 0, 0});
        resume(parts, "--steps", "9");
        resume(parts, "--steps", "12");
        assertThat(EventFile.files(parts)).hasSize(1);
        Map<String, Object> expected = events(unbroken);
        assertThat(events(parts)).usingRecursiveComparison().isEqualTo(expected);
        assertThat(expected.keySet())
                .contains("0 value samples", "8 value samples", "8 value frechet", "10 value value");
        assertThat(expected).doesNotContainKey("10 value frechet");
    }

    /** And they are spread over the run's own length, not that of its schedules. */
    @Test
    void gridsAreThoseOfARunThatEndedLaterFromTheStart() throws IOException {
        String[] images = {"digits", "--set", "logEvery=1"};
        Path unbroken = folder.resolve("unbroken");
        Path parts = folder.resolve("parts");
        train(unbroken, all(images, new String[0], "--steps", "30"));
        train(parts, all(images, new String[0], "--steps", "7"));
        resume(parts, "--steps", "30");
        Map<String, Object> expected = events(unbroken);
        assertThat(events(parts)).usingRecursiveComparison().isEqualTo(expected);
        assertThat(expected.keySet())
                .contains("0 value samples", "4 value samples", "28 value samples", "30 value samples")
                .doesNotContain("2 value samples", "7 value samples");
    }

    /** Values by step and name, each once, in the order of steps. */
    private static Map<String, Object> events(Path run) throws IOException {
        Map<String, Object> values = new TreeMap<>();
        List<Long> steps = new ArrayList<>();
        for (Map<String, Object> event : EventReader.read(EventFile.files(run).getFirst())) {
            steps.add((Long) event.get("2"));
            event.forEach((name, value) -> {
                if (name.startsWith("value ")) {
                    assertThat(values.put(event.get("2") + " " + name, value))
                            .as(name)
                            .isNull();
                }
            });
        }
        assertThat(steps).isSorted();
        return values;
    }

    private static void assertSame(Path parts) throws IOException {
        assertThat(RunFiles.result(parts)).isEqualTo(RunFiles.result(whole));
        long best = RunCheckpoints.in(whole).best().orElseThrow();
        assertThat(RunCheckpoints.in(parts).best()).hasValue(best);
        assertThat(RunCheckpoints.in(parts).file(best)).isRegularFile();
        assertThat(parts.resolve("checkpoints/best")).hasSameTextualContentAs(whole.resolve("checkpoints/best"));
    }

    private static Path trained(Path run, String steps, String... more) {
        String[] words = {"gaussian1d", "--steps", steps, "--set", "logEvery=2", "--set", "preTraining=null"};
        train(run, all(words, more, "--set", JUDGED));
        return run;
    }

    private static void train(Path run, String... words) {
        Outcome outcome = RunFiles.train(run, all(words, new String[] {"--backend", "scalar"}));
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    private static void resume(Path run, String... words) {
        Outcome outcome = RunFiles.resume(run, all(words, new String[] {"--backend", "scalar"}));
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    private static String[] all(String[] first, String[] then, String... last) {
        return Stream.of(first, then, last).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
