package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be sampled, or not there, is refused by name. */
class BadSampleTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    private Path run;
    private Path weights;

    @BeforeAll
    static void train() {
        Outcome outcome = Outcome.of(
                "train", "digits", "--backend", "scalar", "--quiet", "--steps", "1", "--out", trained.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    @BeforeEach
    void copyTheRun() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        weights = Files.createDirectory(run.resolve("checkpoints")).resolve("step-00000001.safetensors");
        Files.copy(trained.resolve("config.yaml"), run.resolve("config.yaml"));
        Files.copy(trained.resolve("checkpoints").resolve(weights.getFileName()), weights);
        Files.writeString(folder.resolve("file"), "mine");
        Files.createDirectory(folder.resolve("folder.png"));
        Files.createDirectory(folder.resolve("folder.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--out folder.csv | folder.csv: a folder, expected a file",
                "--grid --out folder.png | folder.png: a folder, expected a file",
                "--grid --out picture | picture, expected a .png for --grid",
                "--out file | file: a file, expected a folder",
                "--out file/below | file, expected a folder that can be written",
                "--out file/below.csv | file, expected a folder that can be written",
                "--count 0 --out x.csv | --count: 0, expected at least 1",
                "--count 2000000000 --out x.csv | --count: 2000000000, expected at most 33554431 samples of 64 numbers",
                "--count 300000 --grid --out x.png | --count: 300000: a picture of",
                "--label 3 --out x.csv | --label: 3, expected none or all: the generator of digits is told no class",
                "--checkpoint 2 --out x.csv | --checkpoint: 2: no such file",
            })
    void wordsThatCannotBeUsedAreNamed(String words, String message) throws IOException {
        List<String> before = names();
        String[] options = Arrays.stream(words.split(" "))
                .map(word -> word.matches("[a-z].*") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        assertRefused(message, options);
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void thereHasToBeAName() {
        assertRefused("--out: '', expected the name of a file or folder", "--out", "");
        assertRefused(
                "--out: '/', expected the name of a file or folder",
                "--out",
                folder.getRoot().toString());
    }

    @Test
    void damagedWeightsAreNamed() throws IOException {
        Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), 100_000));
        assertRefused(
                "step-00000001.safetensors: ", "--out", folder.resolve("x.csv").toString());
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void aConfigurationThatDoesNotFitTheWeightsIsNamed() throws IOException {
        Path config = run.resolve("config.yaml");
        Files.writeString(config, Files.readString(config).replace("width: 128", "width: 100"));
        assertRefused(
                "tensor \"generator.0.weight\": expected shape [64, 100], found shape [64, 128]",
                "--out",
                folder.resolve("x.csv").toString());
        Files.write(config, new byte[] {(byte) 0xff});
        assertRefused("config.yaml: not UTF-8", "--out", folder.resolve("x.csv").toString());
    }

    @Test
    void aFileThatOnlyLooksLikeWeightsIsPassedOver() throws IOException {
        Files.writeString(run.resolve("checkpoints/step-99999999999999999999999.safetensors"), "");
        Path table = folder.resolve("new/x.csv");
        Outcome outcome = Outcome.of("sample", run.toString(), "--count", "3", "--out", table.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readAllLines(table)).hasSize(3);
    }

    private void assertRefused(String message, String... options) {
        Outcome outcome = Outcome.of(Stream.concat(Stream.of("sample", run.toString()), Stream.of(options))
                .toArray(String[]::new));
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
