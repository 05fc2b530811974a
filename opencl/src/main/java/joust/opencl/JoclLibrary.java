package joust.opencl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import joust.backend.Discovery.Problem;
import org.jocl.CL;

/**
 * JOCL's native library, loaded once. JOCL unpacks it under a fixed name into the folder for temporary files and loads
 * whatever bears that name there, so that folder is a private one for the moment: nobody can plant a library, and no two
 * processes write the same file.
 */
final class JoclLibrary {
    private static final String TEMPORARY = "java.io.tmpdir";

    /** The first cause is kept: a class whose initializer failed says nothing more later. */
    private static final class Holder {
        static final Optional<Problem> PROBLEM = load();
    }

    private JoclLibrary() {}

    /** Why JOCL cannot be used here, if it cannot. To be asked after {@link OpenClLibrary} found a loader. */
    static Optional<Problem> problem() {
        return Holder.PROBLEM;
    }

    private static Optional<Problem> load() {
        String before = System.getProperty(TEMPORARY);
        try {
            Path folder = Files.createTempDirectory("joust-opencl");
            try {
                System.setProperty(TEMPORARY, folder.toString());
                CL.setLogLevel(CL.LogLevel.LOG_ERROR);
            } finally {
                System.setProperty(TEMPORARY, before);
                delete(folder);
            }
            return Optional.empty();
        } catch (LinkageError e) {
            return Optional.of(unloadable(e, before));
        } catch (IOException | UncheckedIOException e) {
            return Optional.of(new Problem(
                    "JOCL's native library cannot be unpacked to " + before + ": " + e.getMessage(),
                    "start Java with -D" + TEMPORARY + "=FOLDER that can be written to",
                    e));
        }
    }

    private static Problem unloadable(LinkageError e, String folder) {
        if (JoclLibrary.class.getResource("/org/jocl/CL.class") == null) {
            return new Problem("JOCL is not on the class path", "add the jar of org.jocl:jocl", e);
        }
        return new Problem(
                "JOCL's native library cannot be loaded: " + e.getMessage(),
                "where programs may not run from " + folder + ", start Java with -D" + TEMPORARY
                        + "=FOLDER of another file system; on processors other than x86-64 and ARM64 use simd or scalar",
                e);
    }

    /** A loaded library needs no file, but on Windows, where it cannot be deleted before the end. */
    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        }
        if (!folder.toFile().delete()) {
            folder.toFile().deleteOnExit();
        }
    }
}
