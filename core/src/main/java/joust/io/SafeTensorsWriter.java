package joust.io;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a safetensors file; equal content gives equal bytes. */
final class SafeTensorsWriter {
    private static final int ALIGNMENT = 8;
    private static final int CHUNK = 1 << 16;
    private static final JsonFactory JSON = new JsonFactory();

    private SafeTensorsWriter() {}

    static void write(SafeTensors content, Path file) throws IOException {
        byte[] header = header(content);
        // The numbers begin at a multiple of 8 bytes, as the format's own writer has it; spaces fill the header up.
        int padding = Math.floorMod(-header.length, ALIGNMENT);
        AtomicFile.write(file, channel -> {
            ByteBuffer start = littleEndian(Long.BYTES + header.length + padding);
            start.putLong(header.length + padding)
                    .put(header)
                    .put(" ".repeat(padding).getBytes(US_ASCII));
            writeAll(channel, start.flip());
            ByteBuffer chunk = littleEndian(CHUNK * Float.BYTES);
            for (NamedTensor tensor : content.tensors()) {
                writeValues(channel, tensor.values(), chunk);
            }
        });
    }

    private static byte[] header(SafeTensors content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            if (!content.metadata().isEmpty()) {
                writeMetadata(json, content.metadata());
            }
            long offset = 0;
            for (NamedTensor tensor : content.tensors()) {
                long end = offset + (long) tensor.values().length * Float.BYTES;
                writeEntry(json, tensor, offset, end);
                offset = end;
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeMetadata(JsonGenerator json, Map<String, String> metadata) {
        json.writeName(SafeTensorsHeader.METADATA).writeStartObject();
        new TreeMap<>(metadata).forEach((name, text) -> json.writeName(name).writeString(text));
        json.writeEndObject();
    }

    private static void writeEntry(JsonGenerator json, NamedTensor tensor, long begin, long end) {
        json.writeName(tensor.name()).writeStartObject();
        json.writeName("dtype").writeString("F32");
        json.writeName("shape").writeStartArray();
        tensor.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeName("data_offsets")
                .writeStartArray()
                .writeNumber(begin)
                .writeNumber(end)
                .writeEndArray();
        json.writeEndObject();
    }

    private static void writeValues(WritableByteChannel channel, float[] values, ByteBuffer chunk) throws IOException {
        for (int start = 0; start < values.length; start += CHUNK) {
            chunk.clear();
            for (int i = start; i < Math.min(values.length, start + CHUNK); i++) {
                chunk.putInt(Float.floatToRawIntBits(values[i]));
            }
            writeAll(channel, chunk.flip());
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
