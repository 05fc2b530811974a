package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("w.safetensors");
    }

    @Test
    void anotherReaderFindsWhatWasWritten() throws IOException {
        float payload = Float.intBitsToFloat(0x7fc12345);
        List<NamedTensor> tensors = List.of(
                new NamedTensor("a.weight", List.of(2, 3), new float[] {1, -2, 3.5f, -0f, Float.MIN_VALUE, payload}),
                new NamedTensor("scalar", List.of(), new float[] {7}),
                new NamedTensor("none", List.of(0, 4), new float[0]));
        new SafeTensors("memory", tensors, Map.of()).write(file);

        Map<String, int[]> found = PlainSafeTensors.tensors(file);
        assertThat(found.keySet()).containsExactly("a.weight[2,3]", "scalar[]", "none[0,4]");
        assertThat(found.get("a.weight[2,3]"))
                .containsExactly(0x3f800000, 0xc0000000, 0x40600000, 0x80000000, 1, 0x7fc12345);
        assertThat(found.get("scalar[]")).containsExactly(0x40e00000);
    }

    @Test
    void theFileIsExactlyTheOneOfTheFormat() throws IOException {
        NamedTensor tensor = new NamedTensor("x", List.of(1), new float[] {2});
        new SafeTensors("memory", List.of(tensor), Map.of("b", "2", "a", "say \"1\"")).write(file);
        String json = "{\"__metadata__\":{\"a\":\"say \\\"1\\\"\",\"b\":\"2\"},"
                + "\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
        int padded = (json.length() + 7) / 8 * 8;
        assertThat(PlainSafeTensors.header(file)).isEqualTo(json + " ".repeat(padded - json.length()));
        assertThat(Files.size(file)).isEqualTo(8 + padded + 4);
    }

    @Test
    void everythingComesBack() throws IOException {
        float[] large = new float[200_003];
        for (int i = 0; i < large.length; i++) {
            large[i] = i * 0.25f;
        }
        List<NamedTensor> tensors = List.of(
                new NamedTensor("first", List.of(2, 1, 2), new float[] {1, Float.NaN, Float.NEGATIVE_INFINITY, -0f}),
                new NamedTensor("large", List.of(200_003), large),
                new NamedTensor("weird \"näme\"\n", List.of(0), new float[0]));
        new SafeTensors("memory", tensors, Map.of("step", "100")).write(file);

        SafeTensors read = SafeTensors.read(file);
        assertThat(read.source()).isEqualTo(file.toString());
        assertThat(read.metadata()).isEqualTo(Map.of("step", "100"));
        assertThat(read.tensors()).extracting(NamedTensor::name).containsExactly("first", "large", "weird \"näme\"\n");
        assertThat(read.tensors()).zipSatisfy(tensors, (actual, expected) -> {
            assertThat(actual.shape()).isEqualTo(expected.shape());
            assertThat(Arrays.equals(actual.values(), expected.values())).isTrue();
        });
        assertThat(read.tensor("missing")).isNull();
    }

    @Test
    void tensorsMayBeNamedInAnyOrder() throws IOException {
        PlainSafeTensors.write(
                file,
                "{\"b\":{\"data_offsets\":[4,12],\"shape\":[2],\"dtype\":\"F32\"},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}  ",
                1,
                2,
                3);
        SafeTensors read = SafeTensors.read(file);
        assertThat(read.tensors()).extracting(NamedTensor::name).containsExactly("a", "b");
        assertThat(read.tensors().get(1).values()).containsExactly(2, 3);
    }

    @Test
    void aFileWithoutTensorsIsAFile() throws IOException {
        new SafeTensors("memory", List.of(), Map.of()).write(file);
        assertThat(SafeTensors.read(file).tensors()).isEmpty();
    }

    @Test
    void aNewFileReplacesTheOldOneAndLeavesNothingElse() throws IOException {
        Files.writeString(file, "old");
        NamedTensor tensor = new NamedTensor("x", List.of(1), new float[] {2});
        new SafeTensors("memory", List.of(tensor), Map.of()).write(file);
        assertThat(SafeTensors.read(file).tensors()).hasSize(1);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        NamedTensor tensor = new NamedTensor("x", List.of(1), new float[] {2});
        Path second = folder.resolve("second");
        new SafeTensors("memory", List.of(tensor), Map.of("a", "1", "b", "2", "c", "3")).write(file);
        new SafeTensors("memory", List.of(tensor), Map.of("c", "3", "b", "2", "a", "1")).write(second);
        assertThat(file).hasSameBinaryContentAs(second);
    }

    @Test
    void namesMustDiffer() {
        NamedTensor tensor = new NamedTensor("x", List.of(1), new float[] {2});
        assertThatThrownBy(() -> new SafeTensors("memory", List.of(tensor, tensor), Map.of()))
                .hasMessage("tensor x: the name is taken, expected one of its own");
        NamedTensor reserved = new NamedTensor("__metadata__", List.of(1), new float[] {2});
        assertThatThrownBy(() -> new SafeTensors("memory", List.of(reserved), Map.of()))
                .hasMessage("tensor __metadata__: the name is taken, expected one of its own");
    }

    @Test
    void shapesMustFitTheNumbers() {
        assertThatThrownBy(() -> new NamedTensor("x", List.of(2, 2), new float[3]))
                .hasMessage("tensor x: there are 3 numbers for the shape [2, 2]");
        assertThatThrownBy(() -> new NamedTensor("x", List.of(-1, -1), new float[1]))
                .hasMessage("tensor x: there are 1 numbers for the shape [-1, -1]");
        assertThatThrownBy(() -> new NamedTensor("x", List.of(65_536, 65_536), new float[0]))
                .hasMessage("tensor x: there are 0 numbers for the shape [65536, 65536]");
        assertThat(new NamedTensor("x", List.of(65_536, 65_536, 65_536, 65_536, 0), new float[0]).values())
                .isEmpty();
    }

    @Test
    void aMissingFileIsMissing() {
        assertThatThrownBy(() -> SafeTensors.read(file)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileTooShortForALengthIsDamaged() throws IOException {
        Files.write(file, new byte[7]);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": byte 0: expected 8 bytes with the length of the header, found 7 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2 bytes, 3 bytes",
        "-1, 2 bytes, 18446744073709551615 bytes",
        "9223372036854775807, 2 bytes, 9223372036854775807 bytes",
    })
    void aHeaderLongerThanTheFileIsRefusedBeforeMemoryIsTaken(long length, String longest, String found)
            throws IOException {
        byte[] bytes = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put((byte) '{')
                .put((byte) '}')
                .array();
        Files.write(file, bytes);
        assertThatThrownBy(() -> SafeTensors.read(file))
                .hasMessage(file + ": byte 0: expected a header of at most " + longest + ", found " + found);
    }

    @Test
    void aHeaderBeyond100MegabytesIsRefused() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(8 + 100_000_001);
            sparse.writeLong(Long.reverseBytes(100_000_001));
        }
        assertThatThrownBy(() -> SafeTensors.read(file))
                .hasMessage(file + ": byte 0: expected a header of at most 100000000 bytes, found 100000001 bytes");
    }

    @Test
    void aTextMayBeLong() throws IOException {
        String text = "1,0.5\n".repeat(4_000_000);
        new SafeTensors("memory", List.of(), Map.of("log", text)).write(file);
        assertThat(SafeTensors.read(file).metadata().get("log")).isEqualTo(text);
    }
}
