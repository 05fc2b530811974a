package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a run: what it holds, and that damage is named. */
class ReportTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        for (String preset : new String[] {"digits", "toy2d", "gaussian1d"}) {
            Outcome outcome = Outcome.of(
                    "train",
                    preset,
                    "--backend",
                    "scalar",
                    "--quiet",
                    "--set",
                    "steps=40",
                    "--set",
                    "logEvery=10",
                    "--out",
                    trained.resolve(preset).toString());
            assertThat(outcome.code()).as(outcome.err()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "toy2d", "gaussian1d"})
    void aReportHoldsEverythingAndAsksForNothing(String preset) throws IOException {
        String page = Files.readString(trained.resolve(preset).resolve("report.html"));
        assertThat(page)
                .contains(
                        "<h1>" + preset + "</h1>",
                        "Diagnosis",
                        "Film of",
                        "Interpolation",
                        "Samples over time",
                        "Curves",
                        "Metrics")
                .contains("steps per second", "SHA-256 of the generator", "name: " + preset, "data-step=\"40\"");
        assertThat(page)
                .doesNotContainPattern("(?:src|href)=\"(?!data:)")
                .doesNotContain("url(", "@import", "http:", "https:");
        assertThat(page).doesNotContain("NaN,", ">null<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "toy2d", "gaussian1d"})
    void everyMetricHasItsMeaningBesideIt(String preset) throws IOException {
        String page = Files.readString(trained.resolve(preset).resolve("report.html"));
        assertThat(page).contains("<td>accuracyReal</td>").doesNotContain("<td></td>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "movingAverageDecay=0.9 | judges the moving average of the generator; the curves",
                "batch.instanceNoise={deviation: 0.1} | judges the generator, without instance noise; the curves",
            })
    void whatTheMetricsJudgeIsSaidWhereCurvesJudgeOther(String setting, String words) throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = RunFiles.train(run, "toy2d", "--backend", "scalar", "--steps", "2", "--set", setting);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(run.resolve("report.html")).content().contains(words);
        assertThat(trained.resolve("toy2d/report.html")).content().doesNotContain("This table judges");
    }

    @Test
    void aReportIsWrittenAgainWithTheSameBytes() throws IOException {
        Path run = copy("toy2d");
        byte[] before = Files.readAllBytes(run.resolve("report.html"));
        Files.delete(run.resolve("report.html"));
        Outcome outcome = Outcome.of("report", run.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readAllBytes(run.resolve("report.html"))).isEqualTo(before);
    }

    @Test
    void textFromARunIsText() throws IOException {
        Path run = copy("toy2d");
        Path config = run.resolve("config.yaml");
        Files.writeString(
                config,
                Files.readString(config).replaceFirst("description: .*", "description: '<script>alert(1)</script>'"));
        assertThat(Outcome.of("report", run.toString()).code()).isZero();
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("&lt;script&gt;alert")
                .doesNotContain("<script>alert");
    }

    @Test
    void aRunThatHasNotEndedHasAReportToo() throws IOException {
        Path run = copy("toy2d");
        Files.delete(run.resolve("metrics.json"));
        assertThat(Outcome.of("report", run.toString()).code()).isZero();
        assertThat(Files.readString(run.resolve("report.html"))).contains("there is no metrics.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log.csv | step,seconds\\n1,x\\n | log.csv: line 2: expected 2 numbers",
                "log.csv | step,value,seconds\\n1,2\\n | log.csv: line 2: expected 3 numbers, found 2 cells",
                "log.csv | hello\\n | log.csv: line 1: expected columns from step to seconds",
                "log.csv | '' | log.csv: line 1: expected columns from step to seconds, found nothing",
                "metrics.json | {\"value\": | metrics.json: text: expected JSON",
                "metrics.json | [1] | metrics.json: text: expected a JSON object",
                "metrics.json | {\"value\": [1], \"diagnosis\": []} | metrics.json: value: expected a number or text",
                "metrics.json | {\"diagnosis\": 1} | metrics.json: text: expected a JSON object with a list diagnosis",
                "samples/step-00000020.png | nothing | step-00000020.png: content: expected a whole PNG file",
                "config.yaml | a: [ | config.yaml",
            })
    void aDamagedFileIsNamed(String name, String content, String message) throws IOException {
        Path run = copy("digits");
        Files.writeString(run.resolve(name), content.replace("\\n", "\n"));
        assertRefused(run, message);
    }

    @Test
    void aDamagedCheckpointIsNamedAndTheOneBeforeIsTaken() throws IOException {
        Path run = copy("digits");
        Files.writeString(run.resolve("checkpoints/step-00000040.safetensors"), "short");
        Outcome outcome = Outcome.of("report", run.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(run.resolve("report.html")).content().contains("Interpolation");
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        for (String name : new String[] {"log.csv", "metrics.json"}) {
            Path run = copy("digits");
            Files.write(run.resolve(name), new byte[] {(byte) 0xff, 1, 2});
            assertRefused(run, name);
        }
    }

    @Test
    void aMomentThatIsCutOffIsNamed() throws IOException {
        Path run = copy("toy2d");
        Path moment = run.resolve("history/step-00000020.safetensors");
        Files.write(moment, Arrays.copyOf(Files.readAllBytes(moment), 500));
        assertRefused(run, "step-00000020.safetensors");
    }

    @Test
    void aFolderWithoutLogIsNoRun() throws IOException {
        Path run = copy("toy2d");
        Files.delete(run.resolve("log.csv"));
        assertRefused(run, "log.csv: no such file, expected the log of a run");
        assertRefused(folder.resolve("nowhere"), "has no config.yaml, expected the folder of a run");
    }

    private void assertRefused(Path run, String message) {
        Outcome outcome = Outcome.of("report", run.toString());
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
    }

    private Path copy(String preset) throws IOException {
        Path run = Files.createTempDirectory(folder, preset);
        try (Stream<Path> files = Files.walk(trained.resolve(preset))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target =
                        run.resolve(trained.resolve(preset).relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        assertThat(new String(Files.readAllBytes(run.resolve("log.csv")), StandardCharsets.UTF_8))
                .startsWith("step,");
        return run;
    }
}
