package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import joust.io.FolderLock;
import joust.study.StudyConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A study from its file to its table, stopped and gone on with, and what it refuses. */
class StudyCommandTest {
    private static final String TINY = """
            name: tiny
            description: a < b & c
            systems:
            - {config: ring8, steps: 30}
            losses:
            - {name: plain, function: non-saturating}
            - {name: gp, function: wasserstein, penalty: {kind: wgan-gp, weight: 0.1}}
            cures:
            - {name: packing-2, packing: 2}
            - {name: r1, penalty: {kind: r1}}
            seeds: [1, 2]
            """;

    private static final List<String> TABLES = List.of("study.csv", "study.json", "study.html");

    @TempDir
    private static Path once;

    @TempDir
    private Path folder;

    private static Outcome made;

    @BeforeAll
    static void makeAStudy() throws IOException {
        made = study(once, Files.writeString(once.resolve("tiny.yaml"), TINY).toString());
    }

    private static Outcome study(Path place, String... words) {
        List<String> command = new ArrayList<>(List.of("study", "--backend", "scalar", "--jobs", "2"));
        command.addAll(List.of("--out", place.resolve("out").toString()));
        command.addAll(List.of(words));
        return Outcome.of(command.toArray(String[]::new));
    }

    @Test
    void everyCellHasItsRowInEveryForm() throws IOException {
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("6 runs to be made, 0 done", "6/6  ring8, ", "left out: ring8, gp, r1: ");
        assertThat(made.out()).contains("plain", "as published", "7.8 to 7.9", "PacGAN", "left out: ring8, gp, r1: ");
        List<String> rows = Files.readAllLines(once.resolve("out/study.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).startsWith("ring8,plain,packing-2,30,2,0,0,");
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(row.replaceAll("\"[^\"]*\"", "text").split(",", -1))
                                .hasSize(31));
        assertThat(once.resolve("out/study.json"))
                .content()
                .contains("\"missing\":0", "\"low\":", "\"published\":{", "\"seed\":2,\"outcome\":\"complete\"");
    }

    @Test
    void thePageIsWellFormedAndAsksForNothing() throws Exception {
        String page = Files.readString(once.resolve("out/study.html"));
        assertThat(page).doesNotContainPattern("(?:src|href)=\"(?!data:)").doesNotContain("<script");
        String main = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(main)));
        assertThat(document.getElementsByTagName("tr").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("circle").getLength()).isGreaterThanOrEqualTo(9);
        assertThat(page).contains(">as published: modes").doesNotContain(">remarks<");
        assertThat(figure(page, "reverseKl")).contains("upright: as published");
        assertThat(figure(page, "modesStrict")).doesNotContain("upright");
        assertThat(document.getElementsByTagName("p").item(0).getTextContent()).isEqualTo("a < b & c");
    }

    private static String figure(String page, String metric) {
        int from = page.indexOf("<h3>" + metric);
        return page.substring(from, page.indexOf("</figure>", from));
    }

    @Test
    void whatWasPublishedForNoneIsNotSpokenOf() throws IOException {
        String tiny = TINY.replace("- {name: plain, function: non-saturating}\n", "") + "secondsPerRun: 1e-9\n";
        Outcome outcome = study(
                folder, Files.writeString(folder.resolve("tiny.yaml"), tiny).toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(folder.resolve("out/study.html"))
                .content()
                .contains(">remarks<", "2 of 2 ended by the time")
                .doesNotContain("ublished");
    }

    @Test
    void aStudyWithoutSomeResultsEndsWithTheSameBytes() throws IOException {
        Path copy = copy();
        Path result = copy.resolve("out/results/ring8/plain/r1/seed-2.json");
        Files.move(result, result.resolveSibling(".seed-2.json.1-1.tmp"));
        for (String table : TABLES) {
            Files.delete(copy.resolve("out").resolve(table));
        }
        Outcome outcome = study(copy, copy.resolve("tiny.yaml").toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("1 runs to be made, 5 done", "1/1  ring8, plain, r1, seed 2: ");
        assertThat(outcome.out()).isEqualTo(made.out());
        assertThat(RunFiles.halfWritten(copy)).isEmpty();
        for (String table : TABLES) {
            assertThat(copy.resolve("out").resolve(table))
                    .hasSameBinaryContentAs(once.resolve("out").resolve(table));
        }
    }

    @Test
    void theCopyInTheFolderIsTheSameStudy() throws IOException {
        Path copy = copy();
        Outcome outcome = study(copy, copy.resolve("out/study.yaml").toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("0 runs to be made, 6 done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"seeds=[1,2,3]", "systems[0].steps=31", "losses[0].function=hinge", "systems[0].config=grid25"})
    void theFolderOfAnotherStudyIsRefused(String change) throws IOException {
        Path copy = copy();
        Outcome outcome = study(copy, copy.resolve("tiny.yaml").toString(), "--set", change);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("holds another study", "expected a new folder or one of the same study");
        assertThat(copy.resolve("out/study.yaml")).hasSameTextualContentAs(once.resolve("out/study.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | seed-1.json: text: expected JSON",
                "[] | seed-1.json: text: expected a JSON object",
                "{} | seed-1.json: outcome: expected complete, capped or diverged, found null",
                "{\"outcome\":\"complete\",\"steps\":\"x\"} | seed-1.json: steps: expected a number, found x",
                "{\"outcome\":[]} | seed-1.json: outcome: expected a number or text",
            })
    void aDamagedResultIsNamed(String text, String message) throws IOException {
        Path copy = copy();
        Files.writeString(copy.resolve("out/results/ring8/gp/packing-2/seed-1.json"), text);
        Outcome outcome = study(copy, copy.resolve("tiny.yaml").toString());
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void resultsOfAnotherArithmeticAreRefused() throws IOException {
        Path copy = copy();
        Path result = copy.resolve("out/results/ring8/gp/packing-2/seed-1.json");
        Files.writeString(
                result, Files.readString(result).replaceAll("\"arithmetic\":\"[^\"]*\"", "\"arithmetic\":\"tf32\""));
        Outcome outcome = study(copy, copy.resolve("tiny.yaml").toString());
        assertThat(outcome.err()).contains("results of arithmetic tf32, expected those of this backend's");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void aFolderInUseIsRefused() throws IOException {
        Path copy = copy();
        try (FolderLock _ = FolderLock.take(copy.resolve("out"))) {
            assertThat(study(copy, copy.resolve("tiny.yaml").toString()).err()).contains("is writing there");
        }
    }

    @Test
    void aRunThatDivergesIsAResult() throws IOException {
        String ring = Outcome.of("presets", "ring8").out().replaceAll("learningRate: [0-9.]+", "learningRate: 1.0e30");
        Files.writeString(folder.resolve("wild.yaml"), ring.replace("logEvery: 500", "logEvery: 5"));
        Path file = Files.writeString(folder.resolve("tiny.yaml"), TINY.replace("config: ring8", "config: wild.yaml"));
        Outcome outcome = study(folder, file.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("diverged at step 5");
        assertThat(outcome.out()).contains("2 of 2 diverged");
        assertThat(folder.resolve("out/study.csv")).content().contains("ring8,plain,packing-2,30,2,2,0,,,");
    }

    @Test
    void aRunWhoseTimeIsUpIsMarked() throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.yaml"), TINY + "secondsPerRun: 1e-9\n");
        Outcome outcome = study(folder, file.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("2 of 2 ended by the time");
        assertThat(folder.resolve("out/results/ring8/plain/r1/seed-1.json"))
                .content()
                .contains("\"capped\",\"steps\":1,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere.yaml | nowhere.yaml: no such file, expected a study in YAML; joust study --print prints one",
                "--data rows.csv | ring8.data.path: rows.csv, expected none: data of kind ring",
                "--jobs 0 | --jobs: 0, expected at least 1",
                "--backend simdd | --backend: ",
                "--set seeds=[] | seeds: [], expected at least one entry",
                "--set seeds=[1,1] | seeds: 1 twice, expected each entry once",
                "--set systems[0].steps=0 | steps: 0, expected a whole number of at least 1",
                "--set systems[0].config=ring9 | ring9: neither a preset nor a file",
                "--set systems[0].config=digits | systems[0].config: digits, expected a configuration with one of the metrics modes,",
                "--set metrics=[mode] | metrics: mode, expected 'modes' perhaps, one of value, ",
                "--set metrics=[ks,ks] | metrics: ks twice, expected each entry once",
                "--set losses[0].name=../x | name: ../x, expected letters",
                "--set secondsPerRun=0 | secondsPerRun: 0.0, expected",
                "--set cures[0].packin=2 | cures[0].packin: unknown key with value '2', expected 'packing' perhaps",
            })
    void whatCannotBeUsedIsNamedAndLeavesNothing(String words, String message) {
        String[] command = ("study --out " + folder.resolve("out") + " " + words).split(" ");
        Outcome outcome = Outcome.of(command);
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFolderWithOtherFilesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/thesis.txt"), "mine");
        Outcome outcome = study(folder);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("holds thesis.txt, expected an empty folder or one of the same study");
    }

    @Test
    void systemsAreComparedAsTheyAreByMetricsOfTheirOwn() throws Exception {
        Path file = Files.writeString(folder.resolve("own.yaml"), """
                name: own
                systems:
                - {config: ring8, steps: 20}
                - {config: gaussian1d, steps: 20}
                seeds: [1, 2]
                metrics: [ks, modes, reverseKl]
                """);
        Outcome outcome = study(folder, file.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("gaussian1d, own, own, seed 2: ks 0.");
        assertThat(outcome.out())
                .containsPattern("(?m)^ring8 +modes +\\d")
                .containsPattern("(?m)^gaussian1d +ks +0\\.\\d{3} \\[0\\.\\d{3}, 0\\.\\d{3}] +0\\.\\d{3} +0\\.\\d{3}$");
        Path results = folder.resolve("out");
        assertThat(Files.readAllLines(results.resolve("study.csv")).getFirst())
                .contains(",ks,ksLow,ksHigh,ksLeast,ksGreatest,");
        assertThat(results.resolve("results/gaussian1d/own/own/seed-1.json"))
                .content()
                .contains("\"wasserstein1\":");
        assertThat(results.resolve("study.html"))
                .content()
                .contains("<h2>Systems</h2>", "Kolmogorov-Smirnov")
                .doesNotContain("remarks");
        Outcome again = study(folder, results.resolve("study.yaml").toString());
        assertThat(again.err()).contains("0 runs to be made, 4 done");
        assertThat(again.out()).isEqualTo(outcome.out());
    }

    @Test
    void theOwnStudyIsReadBackEqual() {
        String yaml = Outcome.of("study", "--print").out();
        assertThat(ConfigYaml.read(yaml, "printed", Map.of(), StudyConfig.class, ""))
                .isEqualTo(StudyConfig.ofCures());
    }

    private Path copy() throws IOException {
        try (Stream<Path> files = Files.walk(once)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(once.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return folder;
    }
}
