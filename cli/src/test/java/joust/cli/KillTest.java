package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import joust.io.EventFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed at any moment and resumed ends as one that was never stopped; {@code -Djoust.kills=50} kills more often. */
@Tag("childjvm")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class KillTest {
    private static final int KILLS = Integer.getInteger("joust.kills", 20);
    private static final int STEPS = 400;
    private static final int LOG_EVERY = 5;
    private static final String BEST = "checkpoints/best";
    private static final String[] WORDS = {
        "gaussian1d",
        "--backend",
        "scalar",
        "--steps",
        "" + STEPS,
        "--set",
        "logEvery=" + LOG_EVERY,
        "--set",
        "preTraining.steps=50",
        "--set",
        "evaluation={every: 20, samples: 100, metric: ks}",
        "--checkpoint-every",
        "2"
    };

    @TempDir
    private Path folder;

    @Test
    void atRandomMoments() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        assertThat(RunFiles.train(whole, WORDS).code()).isZero();
        String expected = RunFiles.result(whole);
        Map<String, Integer> film = RunFiles.film(whole);
        assertThat(film).hasSizeGreaterThan(10);
        SplittableRandom random = new SplittableRandom(Long.getLong("joust.killSeed", 1));
        List<Long> reached = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Path run = folder.resolve("run" + kill);
            killedAt(run, random.nextLong(STEPS / LOG_EVERY), random.nextLong(30_000_000));
            reached.add(lines(run.resolve("log.csv")));
            Outcome outcome = RunFiles.resume(run, "--backend", kill % 2 == 0 ? "scalar" : "auto");
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(outcome.err()).doesNotContain("falling back");
            assertThat(RunFiles.result(run)).as("kill %s", kill).isEqualTo(expected);
            assertThat(RunFiles.film(run)).as("kill %s", kill).isEqualTo(film);
            assertThat(run.resolve(BEST)).hasSameTextualContentAs(whole.resolve(BEST));
            assertThat(EventFile.files(run)).hasSize(1);
            assertThat(RunFiles.halfWritten(run)).isEmpty();
        }
        // The moments have to be spread over the run, or nothing was tested.
        assertThat(reached.stream().distinct().count()).isGreaterThan(KILLS / 3);
        assertThat(reached).anyMatch(rows -> rows < STEPS / LOG_EVERY);
    }

    /** Kills when the log has so many rows and some nanoseconds have passed, but never before there is a checkpoint. */
    private void killedAt(Path run, long rows, long nanoseconds) throws IOException, InterruptedException {
        String[] words = Stream.concat(Stream.of("train", "--quiet", "--out", run.toString()), Stream.of(WORDS))
                .toArray(String[]::new);
        Path log = run.resolve("log.csv");
        try (ChildCommand train = ChildCommand.start(folder.resolve("output.txt"), List.of(), words)) {
            train.awaitOrEnd(() -> hasCheckpoint(run) && lines(log) > rows);
            long until = System.nanoTime() + nanoseconds;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            train.kill();
        }
    }

    private static boolean hasCheckpoint(Path run) {
        try {
            return !RunCheckpoints.in(run).files().isEmpty();
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException notYet) {
            return 0;
        }
    }
}
