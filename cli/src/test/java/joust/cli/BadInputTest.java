package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be used is refused before the first step, by name, and nothing is left behind. */
class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train digit | digit: neither a preset nor a file, expected 'digits' perhaps",
                "train digits --backend simdd | --backend: ",
                "train digits --backend opencl:x | --backend: ",
                "train digits --set stepss=5 | stepss: unknown key with value '5', expected 'steps' perhaps",
                "train digits --set steps=0 | steps: 0, expected a whole number of at least 1",
                "train digits --set batch.size=-3 | batch.size: -3, expected",
                "train digits --set generator.layers[0].width=0 | generator.layers[0].width: 0, expected",
                "train digits --set generator.layers[0].width=2000000000 | 2000000000",
                "train digits --set generator.optimizer.learningRate=-1 | --set generator.optimizer.learningRate: line 1:",
                "train digits --set generator.clamp={low:2,high:1} | --set generator.clamp: line 1:",
                "train digits --set loss.realLabel=1e-300 | --set loss.realLabel: line 1: loss.realLabel: 1.0E-300",
                "train digits --set seed=[1,2 | while parsing a flow sequence: expected ',' or ']'",
                "train digits --set seed=*x | found undefined alias x",
                "train nowhere/mine.yaml | nowhere/mine.yaml: no such file, expected YAML or a preset",
                "train --nonsense | joust train --help",
                "bench matmul --backend simdd | --backend: ",
                "train digits --set noise.dimension=2000000000 | noise.dimension: 2000000000, expected a dimension",
                "train digits --steps 0 | --steps: 0, expected at least 1",
                "train digits --threads 0 | --threads: 0, expected at least 1",
                "train digits --data somewhere | data.path: somewhere, expected none",
                "train mnist | data.path: none, expected a folder of IDX files",
                "train digits --sed 3 | --sed",
                "presets ring9 | ring9",
                "trian digits | trian",
                "bench matmul -f 1 | JMH's own options stand after --, as in 'joust bench matmul -- -f 1'",
                "bench --with n.json -wi 3 | JMH's own options stand after --",
                "bench matmull | matmull: no suite, expected 'matmul' perhaps",
                "sample nowhere --out x.png | nowhere: has no config.yaml, expected the folder of a run",
            })
    void aWordThatCannotBeUsedIsNamed(String command, String message) {
        Outcome outcome = Outcome.of(inFolder(command.split(" ")));
        assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutACommandAllOfThemAreNamed() {
        Outcome outcome = Outcome.of();
        assertThat(outcome.err()).contains("joust: no command, expected doctor, ", "bench, study or help");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() throws IOException {
        String deep = "[".repeat(100_000);
        assertRefused(
                new String[] {"train", "digits", "--set", "generator=" + deep}, "--set generator: nested too deeply");
        Path file = Files.writeString(folder.resolve("deep.yaml"), "name: " + deep);
        assertRefused(new String[] {"train", file.toString()}, "deep.yaml: nested too deeply");
        String[] key = {"train", "digits", "--set", "generator" + ".a".repeat(20_000) + "=1"};
        assertRefused(key, "a key of 40009 characters, expected at most 200");
    }

    @Test
    void aliasesOfListsAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("alias.yaml"), "a: &x [1]\nb: *x\n");
        assertRefused(
                new String[] {"train", file.toString()},
                "alias.yaml: ",
                "expected YAML without aliases of lists or mappings");
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("photo.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8, 0});
        assertRefused(new String[] {"train", file.toString()}, "photo.yaml: not UTF-8, expected YAML in UTF-8");
    }

    @Test
    void aNameThatIsNoneIsNamed() {
        assertRefused(new String[] {"train", "digits\0"}, "digits\0: no name of a file");
    }

    @Test
    void aFaultIsSaidOnce() {
        Outcome outcome = Outcome.of(inFolder("train", "digits", "--set", "batch.size=0"));
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void dataThatDoNotFitLeaveNoFolder() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "1,2,3\n4,5,6\n");
        assertRefused(
                new String[] {"train", "toy2d", "--set", "data={kind: csv, path: '" + table + "'}"},
                "generator.layers[2].width: 2, expected 3, the columns of");
    }

    @Test
    void aRunThatNeedsTooMuchMemoryLeavesNoFolder() throws IOException, InterruptedException {
        String[] command = inFolder("train", "toy2d", "--backend", "scalar", "--set", "noise.dimension=1000000");
        try (ChildCommand train = ChildCommand.start(folder.resolve("output.txt"), List.of("-Xmx64m"), command)) {
            assertThat(train.code()).isEqualTo(1);
            assertThat(train.text())
                    .contains("out of memory: ", "JDK_JAVA_OPTIONS=-Xmx")
                    .doesNotContain("\tat ");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void imagesCutShortAreNamedWithThePlace() throws IOException {
        writeSet(60, 60);
        Path images = folder.resolve("train-images-idx3-ubyte");
        Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 1000));
        assertRefused(mnist(), "train-images-idx3-ubyte", "expected", "found");
    }

    @Test
    void aWrongMagicNumberIsNamed() throws IOException {
        writeSet(60, 60);
        Path images = folder.resolve("train-images-idx3-ubyte");
        byte[] bytes = Files.readAllBytes(images);
        bytes[2] = 9;
        Files.write(images, bytes);
        assertRefused(mnist(), "train-images-idx3-ubyte", "byte", "expected", "found");
    }

    @Test
    void labelsThatAreNotAsManyAsImagesAreNamed() throws IOException {
        writeSet(60, 59);
        assertRefused(mnist(), "train-labels-idx1-ubyte", "60", "59");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertRefused(
                new String[] {"train", "mnist", "--data", folder.resolve("none").toString()}, "none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2\\n3,four\\n | line 2 | four",
                "1,2\\n3\\n | line 2 | 1",
                "1,2\\n3,NaN\\n | line 2 | NaN",
                "'' | table.csv | empty",
            })
    void aTableThatIsNoneIsNamedWithTheLine(String text, String place, String found) throws IOException {
        Path table = folder.resolve("table.csv");
        Files.writeString(table, text.replace("\\n", "\n"));
        Path config = folder.resolve("mine.yaml");
        Files.writeString(
                config,
                Outcome.of("presets", "toy2d")
                        .out()
                        .replaceFirst("(?s)data:.*?\nnoise:", "data: {kind: csv, path: '" + table + "'}\nnoise:"));
        assertRefused(new String[] {"train", config.toString()}, "table.csv", place, found);
    }

    @Test
    void aFolderThatIsNotEmptyIsNotTouched() throws IOException {
        Path out = Files.createDirectory(folder.resolve("full"));
        Files.writeString(out.resolve("thesis.txt"), "mine");
        Outcome outcome = Outcome.of("train", "digits", "--quiet", "--out", out.toString());
        assertThat(outcome.err()).contains("holds thesis.txt, expected an empty folder");
        assertThat(outcome.code()).isEqualTo(2);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Outcome outcome = Outcome.of(
                "train", "digits", "--quiet", "--out", file.resolve("run").toString());
        assertThat(outcome.err()).contains("--out: ", "Not a directory, expected a folder that can be written");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(Outcome.of("train", "digits", "--quiet", "--out", "").err())
                .contains("--out: empty, expected a folder");
    }

    @Test
    void aBackendThatIsNotHereSaysWhyAndHowToGetIt() {
        Outcome outcome = Outcome.of(inFolder("train", "digits", "--backend", "opencl:77"));
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String[] mnist() {
        return new String[] {"train", "mnist", "--data", folder.toString()};
    }

    private void assertRefused(String[] command, String... words) {
        Outcome outcome = Outcome.of(inFolder(command));
        assertThat(outcome.err()).contains(words).doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String[] inFolder(String... command) {
        return command[0].equals("train")
                ? Stream.concat(
                                Stream.of(command),
                                Stream.of("--out", folder.resolve("out").toString()))
                        .toArray(String[]::new)
                : command;
    }

    private void writeSet(int images, int labels) throws IOException {
        for (String part : new String[] {"train", "t10k"}) {
            ByteBuffer pixels = ByteBuffer.allocate(16 + images * 784);
            pixels.putInt(2051).putInt(images).putInt(28).putInt(28);
            Files.write(folder.resolve(part + "-images-idx3-ubyte"), pixels.array());
            int count = part.equals("train") ? labels : images;
            ByteBuffer classes = ByteBuffer.allocate(8 + count);
            classes.putInt(2049).putInt(count);
            Files.write(folder.resolve(part + "-labels-idx1-ubyte"), classes.array());
        }
    }
}
