package joust.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at {@code --out} before anything is computed; nothing is made yet. */
final class OutputPlace {
    private OutputPlace() {}

    /** @throws UsageException if no file can be written there */
    static void checkFile(Path out) {
        requireName(out);
        if (Files.isDirectory(out)) {
            throw new UsageException("--out: " + out + ": a folder, expected a file");
        }
        requireWritable(out, out.toAbsolutePath().getParent());
    }

    /** @throws UsageException if no files can be written into a folder there */
    static void checkFolder(Path out) {
        requireName(out);
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("--out: " + out + ": a file, expected a folder");
        }
        requireWritable(out, out.toAbsolutePath());
    }

    private static void requireName(Path out) {
        if (out.toString().isEmpty() || out.getFileName() == null) {
            throw new UsageException("--out: '" + out + "', expected the name of a file or folder");
        }
    }

    /** The nearest folder that exists has to take what is still to be made. */
    private static void requireWritable(Path out, @Nullable Path folder) {
        Path place = folder;
        while (place != null && !Files.exists(place)) {
            place = place.getParent();
        }
        if (place == null || !Files.isDirectory(place) || !Files.isWritable(place)) {
            throw new UsageException("--out: " + out + ": " + place + ", expected a folder that can be written");
        }
    }
}
