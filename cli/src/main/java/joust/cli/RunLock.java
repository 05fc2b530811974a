package joust.cli;

import java.io.IOException;
import java.nio.file.Path;
import joust.io.FileFault;
import joust.io.FolderLock;

/** Keeps a run's folder to one process. */
final class RunLock {
    private RunLock() {}

    /**
     * Takes it.
     *
     * @throws UsageException naming the process that has it, or why there can be no lock
     */
    static FolderLock take(Path run) {
        try {
            return FolderLock.take(run);
        } catch (FolderLock.HeldException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UsageException(
                    run + ": " + FileFault.reason(e) + ", expected a folder that can be written and locked", e);
        }
    }
}
