package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A file of events that TensorBoard shows (github.com/tensorflow/tensorboard). It is a sequence of records: a little-endian u64
 * length, its checksum, the bytes, their checksum; a checksum is CRC-32C, turned right by 15 bits, plus 0xa282ead8. Each record is an
 * {@code Event} in protocol buffers' encoding: wall_time 1, step 2, file_version 3, summary 5 with values of tag 1 and simple_value 2
 * or image 4. Every record is written whole when it is added.
 */
public final class EventFile implements AutoCloseable {
    private static final String VERSION = "brain.Event:2";
    private static final String PREFIX = "events.out.tfevents.";
    private static final int MASK = 0xa282ead8;
    private static final int ROTATION = 15;
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;
    private static final int GRAYSCALE = 1;

    private final WritableByteChannel channel;

    private EventFile(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** What a file begins with. */
    @FunctionalInterface
    public interface Beginning {
        /** Adds all of it. */
        void addTo(EventFile file) throws IOException;
    }

    /**
     * Makes a new file, {@code events.out.tfevents.SECONDS.joust.PROCESS.N} with the first free N, and deletes all others of such names
     * once it is whole, so that TensorBoard never meets an event twice.
     *
     * @param wallTime seconds since 1970
     * @param beginning what is known at once
     */
    public static EventFile replace(Path folder, double wallTime, Beginning beginning) throws IOException {
        List<Path> former = files(folder);
        Path path = free(folder, wallTime);
        AtomicFile.write(path, channel -> {
            EventFile file = new EventFile(channel);
            ByteArrayOutputStream event = event(wallTime, 0);
            bytes(event, 3, VERSION.getBytes(UTF_8));
            file.write(event.toByteArray());
            beginning.addTo(file);
        });
        for (Path file : former) {
            Files.deleteIfExists(file);
        }
        return new EventFile(FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    /** The files of events in a folder. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).startsWith(PREFIX))
                    .sorted()
                    .toList();
        }
    }

    private static Path free(Path folder, double wallTime) {
        long process = ProcessHandle.current().pid();
        for (int i = 0; ; i++) {
            Path file = folder.resolve(
                    String.format(Locale.ROOT, PREFIX + "%010d.joust.%d.%d", (long) wallTime, process, i));
            if (!Files.exists(file)) {
                return file;
            }
        }
    }

    /** Adds an event as another file holds it. */
    public void add(EventRecord event) throws IOException {
        write(event.bytes());
    }

    /**
     * Adds numbers of one step; NaN and infinities are kept as they are.
     *
     * @param wallTime seconds since 1970
     * @param values by tag
     */
    public void addScalars(double wallTime, long step, Map<String, Double> values) throws IOException {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        values.forEach((tag, value) -> {
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            bytes(entry, 1, tag.getBytes(UTF_8));
            key(entry, 2, FIXED32);
            entry.writeBytes(
                    littleEndian(Float.BYTES).putFloat(value.floatValue()).array());
            bytes(summary, 1, entry.toByteArray());
        });
        addSummary(wallTime, step, summary);
    }

    /**
     * Adds a picture of one step.
     *
     * @param wallTime seconds since 1970
     * @param png the bytes of a PNG file, of the given size
     */
    public void addImage(double wallTime, long step, String tag, int width, int height, byte[] png) throws IOException {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        key(image, 1, VARINT);
        varint(image, height);
        key(image, 2, VARINT);
        varint(image, width);
        key(image, 3, VARINT);
        varint(image, GRAYSCALE);
        bytes(image, 4, png);
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        bytes(entry, 1, tag.getBytes(UTF_8));
        bytes(entry, 4, image.toByteArray());
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        bytes(summary, 1, entry.toByteArray());
        addSummary(wallTime, step, summary);
    }

    private void addSummary(double wallTime, long step, ByteArrayOutputStream summary) throws IOException {
        ByteArrayOutputStream event = event(wallTime, step);
        bytes(event, 5, summary.toByteArray());
        write(event.toByteArray());
    }

    private static ByteArrayOutputStream event(double wallTime, long step) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        key(event, 1, FIXED64);
        event.writeBytes(littleEndian(Double.BYTES).putDouble(wallTime).array());
        key(event, 2, VARINT);
        varint(event, step);
        return event;
    }

    private void write(byte[] event) throws IOException {
        byte[] length = littleEndian(Long.BYTES).putLong(event.length).array();
        ByteBuffer record = littleEndian(Long.BYTES + event.length + 2 * Integer.BYTES);
        record.put(length).putInt(checksum(length)).put(event).putInt(checksum(event));
        record.flip();
        while (record.hasRemaining()) {
            channel.write(record);
        }
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return Integer.rotateRight((int) checksum.getValue(), ROTATION) + MASK;
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] content) {
        key(out, field, BYTES);
        varint(out, content.length);
        out.writeBytes(content);
    }

    private static void key(ByteArrayOutputStream out, int field, int wireType) {
        varint(out, (long) field << 3 | wireType);
    }

    /** Seven bits a byte, the low ones first, the eighth bit set where more follow. */
    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
