package joust.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a file so that its name stands for the old content or for the whole new one, whatever happens in between: into a
 * temporary file in the same folder, forced to the disk, renamed. A failure leaves no temporary file and the old content.
 */
public final class AtomicFile {
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.\\d+-\\d+\\.tmp");

    private AtomicFile() {}

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the channel stays open. */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /**
     * Writes bytes.
     *
     * @throws IOException if the file cannot be written; the message names it
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, channel -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }

    /**
     * Writes what {@code content} writes.
     *
     * @throws IOException if the file cannot be written; the message names it
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            replace(file, content);
        } catch (IOException e) {
            throw new IOException(file + ": cannot be written: " + FileFault.reason(e), e);
        }
    }

    /**
     * Deletes what processes that were killed left half-written in a folder, which need not exist. No process may be writing there.
     *
     * @throws IOException if the folder cannot be read or a file not be deleted
     */
    public static void deleteTemporary(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> entries = Files.list(folder)) {
            left = entries.filter(entry -> TEMPORARY
                            .matcher(String.valueOf(entry.getFileName()))
                            .matches())
                    .toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        Path name = target.getFileName();
        if (folder == null || name == null) {
            throw new IOException("not the name of a file");
        }
        Path temporary =
                folder.resolve("." + name + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp");
        try {
            writeAndForce(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            deleteAfter(e, temporary);
            throw e;
        }
        forceName(folder);
    }

    private static void writeAndForce(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
            channel.force(true);
        }
    }

    private static void deleteAfter(Throwable failure, Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Forces the folder's entry to the disk; Windows neither needs nor allows it. */
    private static void forceName(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
