package joust.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import joust.io.FileFault;
import joust.io.FolderLock;
import org.jspecify.annotations.Nullable;

/** Where a run writes: {@code --out}, or {@code runs/NAME-N} with the first free N. */
final class RunFolder {
    private static final int MOST_RUNS = 1_000_000;

    private RunFolder() {}

    /**
     * Makes the folder.
     *
     * @throws UsageException if it cannot be made or written, or is not empty
     */
    static Path create(@Nullable Path out, Path runs, String name) {
        try {
            return out == null ? next(runs, name) : given(out);
        } catch (IOException e) {
            Path wanted = out == null ? runs : out;
            throw new UsageException(
                    "--out: " + wanted + ": " + FileFault.reason(e) + ", expected a folder that can be written", e);
        }
    }

    private static Path given(Path out) throws IOException {
        if (out.toString().isEmpty()) {
            throw new UsageException("--out: empty, expected a folder");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out: " + out + ": a file, expected a folder");
        }
        Files.createDirectories(out);
        try (Stream<Path> entries = Files.list(out)) {
            entries.filter(entry -> !entry.endsWith(FolderLock.NAME)).findAny().ifPresent(entry -> {
                throw new UsageException(
                        "--out: " + out + ": holds " + entry.getFileName() + ", expected an empty folder");
            });
        }
        probe(out);
        return out;
    }

    private static Path next(Path runs, String name) throws IOException {
        Files.createDirectories(runs);
        for (int n = 1; n < MOST_RUNS; n++) {
            Path folder = runs.resolve(name + "-" + n);
            if (isMade(folder)) {
                return folder;
            }
        }
        throw new UsageException(runs + ": " + MOST_RUNS + " runs of " + name + ", expected a free number");
    }

    private static boolean isMade(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void probe(Path folder) throws IOException {
        Files.delete(Files.createTempFile(folder, ".writable", null));
    }
}
