package joust.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file in order, unpacked where they begin with the magic number of gzip. Failures are {@link
 * DataException}s.
 */
final class ByteSource implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final String name;
    private final InputStream bytes;
    private long position;

    private ByteSource(String name, InputStream bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    static ByteSource open(Path file) {
        String name = file.toString();
        if (!Files.exists(file)) {
            throw new DataException(name, "", "a file", "none of that name");
        }
        if (!Files.isRegularFile(file)) {
            throw new DataException(name, "", "a file", Files.isDirectory(file) ? "a folder" : "something else");
        }
        try {
            return of(name, Files.newInputStream(file));
        } catch (IOException e) {
            throw unreadable(name, "", e);
        }
    }

    /** The bytes of an open stream, which {@link #close} closes; so does a failure here. */
    static ByteSource of(String name, InputStream stream) {
        try {
            return new ByteSource(name, unpacked(stream));
        } catch (IOException e) {
            close(stream, e);
            throw unreadable(name, "byte 0", e);
        }
    }

    /** The file, for messages. */
    String name() {
        return name;
    }

    /** How many bytes have been read, after unpacking. */
    long position() {
        return position;
    }

    /** Reads up to {@code count} bytes and returns how many there were: fewer only at the end. */
    int read(byte[] out, int offset, int count) {
        try {
            int read = bytes.readNBytes(out, offset, count);
            position += read;
            return read;
        } catch (IOException e) {
            throw unreadable(name, "byte " + position + " and following", e);
        }
    }

    /** The next byte as 0 to 255, or −1 at the end. */
    int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? Byte.toUnsignedInt(one[0]) : -1;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw unreadable(name, "", e);
        }
    }

    private static InputStream unpacked(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private static void close(InputStream stream, IOException because) {
        try {
            stream.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static DataException unreadable(String name, String place, IOException cause) {
        return switch (cause) {
            case EOFException e ->
                new DataException(name, place, "the rest of a gzip file", "its end: it is cut short", e);
            case ZipException e -> new DataException(name, place, "intact gzip data", "damage: " + e.getMessage(), e);
            case AccessDeniedException e ->
                new DataException(name, place, "a readable file", "no permission to read it", e);
            default -> new DataException(name, place, "a readable file", "failure: " + cause.getMessage(), cause);
        };
    }
}
