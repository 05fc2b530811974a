package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import joust.gan.GanConfig;
import joust.gan.LogRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that each suffer from one thing, the configurations beside this test: that one is found, and nothing else. */
class BrokenPresetsTest {
    private static final Pattern SYMPTOM = Pattern.compile("\"symptom\": \"([^\"]+)\"");
    private static final Pattern SETTINGS = Pattern.compile("(?s)\"settings\": \\[(.*?)\\]");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collapse",
                "discriminator-saturated",
                "vanishing-generator-gradient",
                "oscillation",
                "memorised-data"
            })
    void aBrokenRunIsFoundToSufferFromThatAlone(String symptom) throws Exception {
        String metrics = train(symptom, 0);
        assertThat(found(metrics, SYMPTOM)).containsExactly(symptom);
        assertEverySettingCanBeGiven(symptom, metrics);
    }

    @Test
    void theOriginOfANumberThatIsNotFiniteIsNamed() throws Exception {
        String metrics = train("not-finite", 1);
        assertThat(found(metrics, SYMPTOM)).containsExactly("not-finite");
        // Worked out by hand from the order of a step: the first update of D leaves weights of about 1e6, the first of
        // G, through
        // them, more than float32 holds once they are squared; the next forward pass is the first to overflow.
        assertThat(metrics).contains("came after step 1, from dense (-Infinity) at generator.layers[1]");
        assertEverySettingCanBeGiven("not-finite", metrics);
    }

    @Test
    void noShareIsPrintedOfOutputsThatAreNaN() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        ConsoleLog log = new ConsoleLog(nowhere, new ProgressLine(nowhere, false, 0, 9, 0), true);
        double nan = Double.NaN;
        assertThat(log.text(new LogRow(5, nan, nan, nan, 0, 0, nan, nan, nan, nan, nan, 0, nan, 0, nan)))
                .isEqualTo("loss at step 5: discriminative: NaN, generative: NaN  D(x) NaN, D(G(z)) NaN");
        assertThat(log.text(new LogRow(5, 1, 2, -1, 0.25, 0, 0.5, nan, 1, 1, 1, 0, 2, 0, 0)))
                .endsWith("  D(x) 0.500 (right 25 %), D(G(z)) NaN");
    }

    @Test
    void theCeilingOfAClampedLossIsNamed() throws Exception {
        assertThat(train("discriminator-saturated", 0))
                .contains("the generator's loss stands at 4.605, its ceiling being -log 0.01 = 4.605");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "gaussian1d", "toy2d"})
    void aHealthyRunIsFoundHealthy(String preset) throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = Outcome.of(
                "train",
                preset,
                "--backend",
                "scalar",
                "--quiet",
                "--out",
                run.toString(),
                "--set",
                "steps=600",
                "--set",
                "logEvery=20");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(run.resolve("metrics.json"))).contains("\"diagnosis\": []");
    }

    /** One row of the log is left, of the three that have to show a collapse. */
    @Test
    void aRunThatWasStoppedIsFoundToSufferFromTheSame() throws Exception {
        train("collapse", 0);
        Path parts = folder.resolve("parts");
        String[] first = {config("collapse").toString(), "--backend", "scalar", "--steps", "1990"};
        assertThat(RunFiles.train(parts, first).code()).isZero();
        assertThat(RunFiles.resume(parts, "--backend", "scalar", "--steps", "2000")
                        .code())
                .isZero();
        assertThat(RunFiles.result(parts))
                .contains("\"symptom\": \"collapse\"")
                .isEqualTo(RunFiles.result(folder.resolve("collapse")));
    }

    @Test
    void aRunCutShortIsNotCalledHealthy() throws IOException {
        Path run = folder.resolve("run");
        Outcome outcome = Outcome.of(
                "train", "digits", "--backend", "scalar", "--quiet", "--steps", "2", "--out", run.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        String metrics = Files.readString(run.resolve("metrics.json"));
        assertThat(metrics).contains("\"diagnosis\": []");
        assertThat(found(metrics, Pattern.compile("\"notJudged\": (\\[[^]]*])")).getFirst())
                .contains("discriminator-saturated", "vanishing-generator-gradient", "collapse", "oscillation")
                .doesNotContain("memorised-data");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains(
                        "Nothing found: all numbers are finite; looked for and not found: memorised data.",
                        "Not judged, as ");
    }

    private void assertEverySettingCanBeGiven(String symptom, String metrics) throws Exception {
        List<String> settings = found(String.join("", found(metrics, SETTINGS)), TEXT);
        assertThat(settings).isNotEmpty();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            GanConfig config = ConfigSource.read(config(symptom), Map.of());
            assertThatCode(() -> ConfigSource.read(config(symptom), Map.of(parts[0], parts[1])))
                    .as(setting)
                    .doesNotThrowAnyException();
            assertThat(ConfigSource.read(config(symptom), Map.of(parts[0], parts[1])))
                    .isNotEqualTo(config);
        }
    }

    private String train(String symptom, int code) throws Exception {
        Path run = folder.resolve(symptom);
        List<String> words = new ArrayList<>(List.of(
                "train", config(symptom).toString(), "--backend", "scalar", "--quiet", "--out", run.toString()));
        if (symptom.equals("memorised-data")) {
            words.addAll(List.of("--data", resource("memorised-data.csv").toString()));
        }
        Outcome outcome = Outcome.of(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        return Files.readString(run.resolve("metrics.json"));
    }

    private static Path config(String symptom) throws URISyntaxException {
        return resource(symptom + ".yaml");
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(BrokenPresetsTest.class.getResource("broken/" + name), name)
                .toURI());
    }

    private static List<String> found(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
