package joust.backend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** A profile as a file of {@link Properties}: its key, its values, and a checksum over both. */
final class ProfileFile {
    private static final int LARGEST = 1 << 16;
    private static final String CHECKSUM = "checksum";
    private static final String KEY = "key.";
    private static final String VALUE = "value.";

    private ProfileFile() {}

    /**
     * Reads the values.
     *
     * @throws IOException if the file cannot be read, is damaged, or holds another key
     */
    static Map<String, String> read(Path file, ProfileKey key) throws IOException {
        Map<String, String> entries = entries(file);
        String checksum = entries.remove(CHECKSUM);
        if (!checksum(entries).equals(checksum)) {
            throw new IOException("it is damaged");
        }
        for (Map.Entry<String, String> part : key.parts().entrySet()) {
            String found = entries.remove(KEY + part.getKey());
            if (!part.getValue().equals(found)) {
                throw new IOException("it is stale: " + part.getKey() + " was " + found + ", is " + part.getValue());
            }
        }
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            if (!entry.getKey().startsWith(VALUE)) {
                throw new IOException("it is damaged: " + entry.getKey() + " is unknown");
            }
            values.put(entry.getKey().substring(VALUE.length()), entry.getValue());
        }
        return values;
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new InputStreamReader(new ByteArrayInputStream(bytes(file)), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IOException("it is damaged", e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.forEach((name, value) -> entries.put((String) name, (String) value));
        return entries;
    }

    /** No more than a profile can have: whatever lies there is read into memory, and a pipe would be read for ever. */
    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    /**
     * Writes into a temporary file, forces it to the disk and renames it, so that a reader finds the old or the new values. A
     * failure leaves no temporary file.
     *
     * @throws IOException if folder or file cannot be written
     */
    static void write(Path file, ProfileKey key, Map<String, String> values) throws IOException {
        Path folder = Files.createDirectories(
                Objects.requireNonNull(file.toAbsolutePath().getParent()));
        Path temporary = Files.createTempFile(folder, "." + key.subject(), ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(text(key, values).getBytes(StandardCharsets.UTF_8));
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String text(ProfileKey key, Map<String, String> values) {
        Map<String, String> entries = new TreeMap<>();
        key.parts().forEach((name, value) -> entries.put(KEY + name, value));
        values.forEach((name, value) -> entries.put(VALUE + name, value));
        StringBuilder text = new StringBuilder("# Measured by Joust; may be deleted, and is measured again then.\n");
        entries.forEach((name, value) -> line(text, name, value));
        return line(text, CHECKSUM, checksum(entries)).toString();
    }

    private static StringBuilder line(StringBuilder text, String name, String value) {
        return text.append(escape(name)).append(" = ").append(escape(value)).append('\n');
    }

    /** {@link Properties#store} would add the date, and with it bytes that differ at each writing. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\f' -> escaped.append("\\f");
                case '\\', '=', ':', '#', '!', ' ' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String checksum(Map<String, String> entries) {
        CRC32 sum = new CRC32();
        entries.forEach((name, value) -> sum.update((name + '\n' + value + '\n').getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }
}
