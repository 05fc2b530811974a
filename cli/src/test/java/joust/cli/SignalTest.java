package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal ends a run with the signal's own code, and with all results so far. */
@Tag("childjvm")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class SignalTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void inTheMiddleOfTraining(String signal, int code) throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Path log = run.resolve("log.csv");
        try (ChildCommand train = train(run, "digits", "--set", "logEvery=1", "--set", "steps=1000000")) {
            train.await(() -> lines(log) > 3);
            train.signal(signal);
            assertThat(train.code()).as(train.text()).isEqualTo(code);
            assertThat(train.text()).contains("results: " + run).doesNotContain("Exception");
        }
        List<String> rows = Files.readAllLines(log);
        String step = rows.getLast().substring(0, rows.getLast().indexOf(','));
        assertThat(run.resolve("metrics.json")).content().contains("\"steps\": " + step + ",");
        assertThat(rows).hasSize(Integer.parseInt(step) + 2);
        assertThat(run.resolve("plots/losses.png")).isRegularFile();
        assertThat(run.resolve("config.yaml")).isRegularFile();
        assertThat(Outcome.of("sample", run.toString(), "--checkpoint", step, "--out", run + ".csv")
                        .code())
                .isZero();
        assertNothingIsHalfWritten();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void beforeTheFirstStep(String signal, int code) throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        try (ChildCommand train = train(run, "gaussian1d", "--set", "preTraining.steps=2000000000")) {
            train.await(() -> text(train).contains("pre-training loss at update 100"));
            train.signal(signal);
            assertThat(train.code()).as(train.text()).isEqualTo(code);
        }
        assertThat(run.resolve("metrics.json")).content().contains("\"steps\": 0,");
        assertThat(run.resolve("checkpoints/step-00000000.safetensors")).isRegularFile();
        assertNothingIsHalfWritten();
    }

    @Test
    void aStudyKeepsWhatIsDone() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path first = out.resolve("results/ring8/non-saturating/none/seed-1.json");
        String[] words = {
            "study",
            "--backend",
            "scalar",
            "--jobs",
            "1",
            "--out",
            out.toString(),
            "--set",
            "systems=[{config: ring8, steps: 3}, {config: grid25, steps: 1000000}]",
            "--set",
            "cures=[{name: none}]",
            "--set",
            "losses=[{name: non-saturating, function: non-saturating}]",
        };
        try (ChildCommand study = ChildCommand.start(folder.resolve("output.txt"), List.of(), words)) {
            study.await(() -> Files.exists(first));
            study.signal("INT");
            assertThat(study.code()).as(study.text()).isEqualTo(130);
            assertThat(study.text())
                    .contains("9 of 10 runs are still to be made")
                    .doesNotContain("Exception");
        }
        assertThat(out.resolve("study.html")).isRegularFile();
        assertThat(out.resolve("results/grid25")).doesNotExist();
        assertNothingIsHalfWritten();
    }

    private ChildCommand train(Path run, String... words) throws IOException {
        Stream<String> fixed = Stream.of("train", "--backend", "scalar", "--out", run.toString());
        return ChildCommand.start(
                folder.resolve("output.txt"),
                List.of("-Duser.language=ar", "-Duser.country=EG"),
                Stream.concat(fixed, Stream.of(words)).toArray(String[]::new));
    }

    private void assertNothingIsHalfWritten() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    private static String text(ChildCommand command) {
        try {
            return command.text();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.exists(file) ? Files.lines(file) : Stream.empty()) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
