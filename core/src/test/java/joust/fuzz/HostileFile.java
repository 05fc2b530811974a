package joust.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of any bytes, and what a reader may do with it: read it, or throw what its contract says, in memory that fits the file. */
public final class HostileFile {
    /** Whatever a reader takes for a start: buffers, classes that are loaded at the first call. */
    private static final long BASE_BYTES = 16L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path folder;
    private final long bytesPerByte;
    private final List<Class<? extends Exception>> documented;

    /** A reader of a file. */
    @FunctionalInterface
    public interface Reader {
        /** Reads it. */
        void read(Path file) throws IOException;
    }

    /**
     * A place for files.
     *
     * @param bytesPerByte how many bytes a reader may take for each of the file's
     * @param documented what it may throw
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    public HostileFile(long bytesPerByte, Class<? extends Exception>... documented) {
        this.bytesPerByte = bytesPerByte;
        this.documented = List.of(documented);
        try {
            this.folder = Files.createTempDirectory("hostile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.toFile().deleteOnExit();
    }

    /**
     * Lets a reader loose on a file.
     *
     * @param name the file's name, with its ending
     * @return whether it could be read
     * @throws AssertionError if the reader took too much memory or threw something else
     */
    public boolean survives(String name, byte[] content, Reader reader) {
        Path file = folder.resolve(name);
        try {
            Files.write(file, content);
            long most = BASE_BYTES + bytesPerByte * content.length;
            boolean read = false;
            long taken = Long.MAX_VALUE;
            // A first reading may load classes, which a fuzzer rewrites at the reader's cost: then it is the second
            // that counts.
            for (int reading = 1; reading <= 2 && taken > most; reading++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                read = isRead(file, reader);
                taken = THREADS.getCurrentThreadAllocatedBytes() - before;
            }
            if (taken > most) {
                throw new AssertionError("the reader took " + taken + " bytes for a file of " + content.length);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            file.toFile().delete();
        }
    }

    private boolean isRead(Path file, Reader reader) {
        try {
            reader.read(file);
            return true;
        } catch (IOException | RuntimeException e) {
            if (documented.stream().noneMatch(type -> type.isInstance(e))) {
                throw new AssertionError("the reader threw what it does not document: " + e, e);
            }
            String message = String.valueOf(e.getMessage());
            if (!message.startsWith(file.toString())
                    || message.length() > 20_000
                    || message.lines().count() != 1) {
                throw new AssertionError("the message does not name the file in one line: " + message, e);
            }
            return false;
        }
    }
}
