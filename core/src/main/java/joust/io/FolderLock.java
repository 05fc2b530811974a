package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder to one process: a lock on its file {@code .lock}, which the system takes back when the process ends, however it ends.
 * The file names the process, and stays.
 */
public final class FolderLock implements AutoCloseable {
    /** The file's name. */
    public static final String NAME = ".lock";

    /** Far behind the text: where locks bind readers too, the text stays readable. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int LONGEST = 20;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** A folder that another process uses. */
    public static final class HeldException extends IOException {
        private static final long serialVersionUID = 1L;

        HeldException(Path folder, String holder) {
            super(folder + ": process " + holder + " is writing there, expected a folder that no other process uses");
        }
    }

    /**
     * Takes the lock.
     *
     * @throws HeldException if another process has it, or this one
     * @throws IOException if the file cannot be made or locked
     */
    public static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new HeldException(folder, holder(file));
            }
            byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
            return new FolderLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path file) throws IOException {
        String text = Files.size(file) > LONGEST ? "" : Files.readString(file).strip();
        return text.matches("\\d+") ? text : "of unknown number";
    }

    /** Gives the folder free. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
