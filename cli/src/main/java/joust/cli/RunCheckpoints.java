package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import joust.io.Checkpoint;
import joust.io.CheckpointFolder;
import joust.io.FileFault;
import joust.io.FileFormatException;

/** The checkpoints in a run's folder, {@code checkpoints/}. */
final class RunCheckpoints {
    private static final String LAST = "last";
    private static final String BEST = "best";

    private RunCheckpoints() {}

    static CheckpointFolder in(Path run) {
        return new CheckpointFolder(run.resolve("checkpoints"));
    }

    /**
     * Reads one.
     *
     * @param wanted {@code last}, {@code best} or the number of a step
     * @throws UsageException if there is none or it cannot be read; a damaged last one falls back on the one before, and says so
     */
    static Checkpoint read(Path run, String wanted) {
        if (!Files.isDirectory(run.resolve("checkpoints"))) {
            throw new UsageException(run + ": has no folder checkpoints, expected the folder of a run");
        }
        try {
            return wanted.equals(LAST) ? last(run) : Checkpoint.read(file(run, wanted));
        } catch (FileFormatException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UsageException(run.resolve("checkpoints") + ": " + FileFault.reason(e), e);
        }
    }

    private static Checkpoint last(Path run) throws IOException {
        return in(run).newest(System.err::println)
                .orElseThrow(() -> new UsageException(run
                        + ": has no checkpoint, expected the folder of a run that has begun; joust train begins one"));
    }

    private static Path file(Path run, String wanted) throws IOException {
        Path file = in(run).file(wanted.equals(BEST) ? best(run) : step(wanted));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--checkpoint: " + wanted + ": no such file in " + file.getParent()
                    + ", expected last or a step that has one");
        }
        return file;
    }

    private static long best(Path run) throws IOException {
        OptionalLong best = in(run).best();
        if (best.isEmpty()) {
            throw new UsageException("--checkpoint: best: none was noted in " + run.resolve("checkpoints")
                    + ", expected last or a step that has one");
        }
        return best.getAsLong();
    }

    private static long step(String wanted) {
        if (!wanted.matches("\\d{1,18}")) {
            throw new UsageException("--checkpoint: '" + wanted + "', expected last, best or the number of a step");
        }
        return Long.parseLong(wanted);
    }
}
