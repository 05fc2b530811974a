package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads TensorBoard's event files, written from the format's description alone: a record is a map from paths of fields to values. */
public final class EventReader {
    private EventReader() {}

    /** All events of a file. */
    public static List<Map<String, Object>> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Map<String, Object>> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int length = (int) bytes.getLong(bytes.position());
            check(bytes, 8);
            Map<String, Object> event = new TreeMap<>();
            fields(bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN), "", event);
            check(bytes, length);
            events.add(event);
        }
        return events;
    }

    /** CRC-32C bit by bit (RFC 3720, appendix B.4), masked. */
    private static void check(ByteBuffer bytes, int length) throws IOException {
        int crc = -1;
        for (int i = 0; i < length; i++) {
            crc ^= bytes.get() & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) * 0x82f63b78);
            }
        }
        crc = ~crc;
        if (bytes.getInt() != (crc >>> 15 | crc << 17) + 0xa282ead8) {
            throw new IOException("checksum before byte " + bytes.position());
        }
    }

    private static void fields(ByteBuffer bytes, String path, Map<String, Object> found) {
        while (bytes.hasRemaining()) {
            long key = varint(bytes);
            String name = path + (key >> 3);
            switch ((int) (key & 7)) {
                case 0 -> found.put(name, varint(bytes));
                case 1 -> found.put(name, bytes.getDouble());
                case 5 -> found.put(name, bytes.getFloat());
                case 2 -> {
                    int length = (int) varint(bytes);
                    ByteBuffer part = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
                    bytes.position(bytes.position() + length);
                    content(part, name, found);
                }
                default -> throw new IllegalStateException("wire type of field " + name);
            }
        }
    }

    /** Field 5 is a summary, its field 1 a value, that one's field 4 an image; all else is text or bytes. */
    private static void content(ByteBuffer part, String name, Map<String, Object> found) {
        switch (name) {
            case "5", "5.1.4" -> fields(part, name + ".", found);
            case "5.1" -> {
                Map<String, Object> value = new TreeMap<>();
                fields(part, "5.1.", value);
                found.put("value " + value.remove("5.1.1"), value);
            }
            case "5.1.4.4" -> {
                byte[] image = new byte[part.remaining()];
                part.get(image);
                found.put(name, image);
            }
            default -> found.put(name, UTF_8.decode(part).toString());
        }
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
