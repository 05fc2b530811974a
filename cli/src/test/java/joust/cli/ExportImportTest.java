package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks leave for other programs and come back. */
class ExportImportTest {
    @TempDir
    private static Path trained;

    @TempDir
    private Path folder;

    private Path run;

    @BeforeAll
    static void train() {
        assertDone(RunFiles.train(trained, "digits", "--backend", "scalar", "--steps", "3", "--checkpoint-every", "2"));
    }

    @BeforeEach
    void copyTheRun() throws IOException {
        run = Files.createDirectory(folder.resolve("run"));
        Files.createDirectory(run.resolve("checkpoints"));
        for (String name : List.of(
                "config.yaml", "checkpoints/step-00000002.safetensors", "checkpoints/step-00000003.safetensors")) {
            Files.copy(trained.resolve(name), run.resolve(name));
        }
    }

    @Test
    void safetensorsHavePlainNamesAndAnotherReaderFindsTheNumbers() throws IOException {
        Path file = folder.resolve("both.safetensors");
        assertDone(export("safetensors", file));
        Map<String, float[]> tensors = read(file);
        assertThat(tensors.keySet())
                .contains("generator.0.weight[64,128]", "generatorAverage.2.bias[64]", "discriminator.2.weight[128,1]")
                .hasSize(18);
        Path one = folder.resolve("one.safetensors");
        assertDone(export("safetensors", one, "--network", "discriminator"));
        assertThat(read(one).keySet()).hasSize(6).allMatch(name -> name.startsWith("discriminator."));
        assertThat(read(one).get("discriminator.1.bias[128]")).isEqualTo(tensors.get("discriminator.1.bias[128]"));
        Path before = folder.resolve("before.safetensors");
        assertDone(export("safetensors", before, "--checkpoint", "2"));
        assertThat(read(before).get("discriminator.1.bias[128]"))
                .isNotEqualTo(tensors.get("discriminator.1.bias[128]"));
    }

    @Test
    void onnxIsAModelOfEitherNetwork() throws IOException {
        Path generator = folder.resolve("new/folder/g.onnx");
        Path discriminator = folder.resolve("d.onnx");
        assertDone(export("onnx", generator));
        assertDone(export("onnx", discriminator, "--network", "discriminator"));
        assertThat(Files.size(generator)).isBetween(4L * 57_000, 4L * 59_000);
        assertThat(new String(Files.readAllBytes(discriminator), UTF_8))
                .contains("LeakyRelu", "joust", "discriminator");
    }

    @Test
    void importedWeightsAreThoseThatSamplesAreMadeOfAndTrainingGoesOnFrom() throws IOException {
        Path other = folder.resolve("other");
        assertDone(RunFiles.train(other, "digits", "--backend", "scalar", "--steps", "2", "--seed", "5"));
        Path weights = folder.resolve("generator.safetensors");
        assertDone(Outcome.of(
                "export",
                other.toString(),
                "--format",
                "safetensors",
                "--network",
                "generator",
                "--out",
                weights.toString()));
        assertDone(Outcome.of("import", run.toString(), "--weights", weights.toString()));
        assertThat(run.resolve("checkpoints/step-00000003.safetensors.replaced"))
                .hasSameBinaryContentAs(trained.resolve("checkpoints/step-00000003.safetensors"));
        assertThat(samples(run, "run.csv"))
                .isEqualTo(samples(other, "other.csv"))
                .isNotEqualTo(samples(trained, "trained.csv"));
        assertDone(RunFiles.resume(run, "--backend", "scalar", "--steps", "4"));
    }

    @Test
    void aConfigurationAloneIsARunAtItsBeginning() throws IOException {
        Path weights = folder.resolve("all.safetensors");
        assertDone(export("safetensors", weights));
        Path fresh = Files.createDirectory(folder.resolve("fresh"));
        Files.copy(run.resolve("config.yaml"), fresh.resolve("config.yaml"));
        assertDone(Outcome.of("import", fresh.toString(), "--weights", weights.toString()));
        assertThat(fresh.resolve("checkpoints/step-00000000.safetensors")).isRegularFile();
        assertThat(samples(fresh, "fresh.csv")).isEqualTo(samples(run, "run.csv"));
        assertDone(RunFiles.resume(fresh, "--backend", "scalar", "--steps", "1"));
    }

    @Test
    void everyTensorThatDoesNotFitIsNamed() throws IOException {
        Path toy = folder.resolve("toy");
        assertDone(RunFiles.train(toy, "toy2d", "--backend", "scalar", "--steps", "1"));
        Path weights = folder.resolve("toy.safetensors");
        assertDone(Outcome.of("export", toy.toString(), "--format", "safetensors", "--out", weights.toString()));
        Outcome outcome = Outcome.of("import", run.toString(), "--weights", weights.toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(
                        "tensor \"generator.0.weight\": expected shape [64, 128], found shape [2, 64]",
                        "tensor \"generator.2.bias\": expected shape [64], found shape [2]",
                        "tensor \"discriminator.2.weight\": expected shape [128, 1], found shape [64, 2]");
        assertThat(run.resolve("checkpoints/step-00000003.safetensors.replaced"))
                .doesNotExist();
    }

    private Outcome export(String format, Path out, String... more) {
        String[] words = {"export", run.toString(), "--format", format, "--out", out.toString()};
        return Outcome.of(
                Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray(String[]::new));
    }

    private List<String> samples(Path of, String name) throws IOException {
        Path table = folder.resolve(name);
        assertDone(
                Outcome.of("sample", of.toString(), "--count", "5", "--backend", "scalar", "--out", table.toString()));
        return Files.readAllLines(table);
    }

    private static void assertDone(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    /** A reader of safetensors after the format's text alone: numbers by name and shape. */
    private static Map<String, float[]> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        ByteBuffer data = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Matcher tensor = Pattern.compile(
                        "\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":(\\[[0-9,]*]),\"data_offsets\":\\[(\\d+),(\\d+)]}")
                .matcher(new String(header, UTF_8));
        Map<String, float[]> tensors = new TreeMap<>();
        while (tensor.find()) {
            float[] values = new float[(Integer.parseInt(tensor.group(4)) - Integer.parseInt(tensor.group(3))) / 4];
            for (int i = 0; i < values.length; i++) {
                values[i] = data.getFloat(Integer.parseInt(tensor.group(3)) + 4 * i);
            }
            tensors.put(tensor.group(1) + tensor.group(2), values);
        }
        return tensors;
    }
}
