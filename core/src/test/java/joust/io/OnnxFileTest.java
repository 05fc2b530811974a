package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.Presets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The structure of ONNX models, read back by a second reader of the wire format; profile {@code onnx} runs them by ONNX Runtime. */
class OnnxFileTest {
    private final Backend backend = Backends.open("scalar");

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void theGeneratorOfDigitsIsThreeLayers() throws IOException {
        Map<Integer, List<byte[]>> graph = graph("digits", true);
        assertThat(operators(graph)).containsExactly("Gemm", "Relu", "Gemm", "Relu", "Gemm", "Sigmoid", "Identity");
        assertThat(constants(graph))
                .containsExactly(
                        "0.weight[64, 128]",
                        "0.bias[128]",
                        "1.weight[128, 256]",
                        "1.bias[256]",
                        "2.weight[256, 64]",
                        "2.bias[64]");
        assertThat(names(graph, 11)).containsExactly("noise");
        assertThat(names(graph, 12)).containsExactly("sample");
    }

    @Test
    void theNumbersAreThoseThatSamplesAreMadeOf() throws IOException {
        Path file = folder.resolve("g.onnx");
        GanConfig config = Presets.get("digits");
        try (GanNetworks networks = GanNetworks.initialize(backend, config)) {
            float[] average = networks.generatorAverage().orElseThrow().readBias(1);
            average[3] = 1.5f;
            networks.generatorAverage().orElseThrow().writeBias(1, average);
            OnnxFile.writeGenerator(file, networks);
        }
        List<byte[]> constants = all(fields(first(fields(Files.readAllBytes(file)), 7)), 5);
        byte[] bias = first(fields(constants.get(3)), 9);
        assertThat(ByteBuffer.wrap(bias).order(ByteOrder.LITTLE_ENDIAN).getFloat(12))
                .isEqualTo(1.5f);
    }

    @Test
    void scaleClampAndProbabilityBelongToTheModel() throws IOException {
        assertThat(operators(graph("gaussian1d", true))).endsWith("Tanh", "Mul", "Identity");
        assertThat(operators(graph("gaussian1d", false))).endsWith("Tanh", "Clip", "Identity");
        assertThat(operators(graph("digits", false)))
                .containsExactly("Gemm", "LeakyRelu", "Gemm", "LeakyRelu", "Gemm", "Sigmoid", "Identity");
        assertThat(operators(graph("toy2d", false))).endsWith("Gemm", "MatMul", "Sigmoid", "Identity");
        assertThat(names(graph("toy2d", false), 12)).containsExactly("real");
    }

    @Test
    void eachNodeTakesTheValueOfTheOneBefore() throws IOException {
        String before = "sample";
        for (byte[] node : all(graph("toy2d", false), 1)) {
            Map<Integer, List<byte[]>> fields = fields(node);
            assertThat(text(fields, 1)).isEqualTo(before);
            before = text(fields, 2);
        }
        assertThat(before).isEqualTo("real");
    }

    @Test
    void theModelNamesItsVersionOfTheOperators() throws IOException {
        Path file = folder.resolve("m.onnx");
        try (GanNetworks networks = GanNetworks.initialize(backend, Presets.get("toy2d"))) {
            OnnxFile.writeGenerator(file, networks);
        }
        Map<Integer, List<byte[]>> model = fields(Files.readAllBytes(file));
        assertThat(first(model, 1)).containsExactly(7);
        assertThat(first(fields(first(model, 8)), 2)).containsExactly(13);
    }

    private Map<Integer, List<byte[]>> graph(String preset, boolean generator) throws IOException {
        Path file = folder.resolve("m.onnx");
        GanConfig config = Presets.get(preset);
        try (GanNetworks networks = GanNetworks.initialize(backend, config)) {
            if (generator) {
                OnnxFile.writeGenerator(file, networks);
            } else {
                OnnxFile.writeDiscriminator(file, networks, config);
            }
        }
        return fields(first(fields(Files.readAllBytes(file)), 7));
    }

    private static List<String> operators(Map<Integer, List<byte[]>> graph) {
        return all(graph, 1).stream().map(node -> text(fields(node), 4)).toList();
    }

    private static List<String> names(Map<Integer, List<byte[]>> graph, int field) {
        return all(graph, field).stream().map(value -> text(fields(value), 1)).toList();
    }

    private static List<String> constants(Map<Integer, List<byte[]>> graph) {
        List<String> constants = new ArrayList<>();
        for (byte[] constant : all(graph, 5)) {
            Map<Integer, List<byte[]>> fields = fields(constant);
            List<Long> shape = all(fields, 1).stream().map(OnnxFileTest::number).toList();
            constants.add(text(fields, 8) + shape);
            long floats = shape.stream().reduce(1L, (a, b) -> a * b);
            assertThat(first(fields, 9)).hasSize(4 * (int) floats);
        }
        return constants;
    }

    private static String text(Map<Integer, List<byte[]>> fields, int field) {
        return new String(first(fields, field), UTF_8);
    }

    private static List<byte[]> all(Map<Integer, List<byte[]>> fields, int field) {
        return fields.getOrDefault(field, List.of());
    }

    private static byte[] first(Map<Integer, List<byte[]>> fields, int field) {
        return all(fields, field).getFirst();
    }

    private static long number(byte[] varint) {
        long number = 0;
        for (int i = varint.length - 1; i >= 0; i--) {
            number = (number << 7) | (varint[i] & 0x7f);
        }
        return number;
    }

    /** The contents of a message's fields by their numbers, after the format's text. */
    private static Map<Integer, List<byte[]>> fields(byte[] message) {
        Map<Integer, List<byte[]>> fields = new TreeMap<>();
        ByteBuffer bytes = ByteBuffer.wrap(message);
        while (bytes.hasRemaining()) {
            int tag = (int) number(varint(bytes));
            byte[] content = switch (tag & 7) {
                case 0 -> varint(bytes);
                case 2 -> new byte[(int) number(varint(bytes))];
                case 5 -> new byte[4];
                default -> throw new IllegalArgumentException("wire type " + (tag & 7));
            };
            if ((tag & 7) != 0) {
                bytes.get(content);
            }
            fields.computeIfAbsent(tag >>> 3, field -> new ArrayList<>()).add(content);
        }
        return fields;
    }

    private static byte[] varint(ByteBuffer bytes) {
        int start = bytes.position();
        while (bytes.get() < 0) {
            // The highest bit says that another byte follows.
        }
        byte[] varint = new byte[bytes.position() - start];
        bytes.get(start, varint);
        return varint;
    }
}
