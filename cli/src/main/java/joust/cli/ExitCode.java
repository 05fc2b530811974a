package joust.cli;

import java.nio.file.InvalidPathException;
import joust.backend.BackendUnavailableException;
import joust.data.DataException;
import joust.gan.ConfigException;
import joust.io.FileFormatException;

/** What the process ends with. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;
    /** The run failed after it had started. */
    static final int FAILED = 1;
    /** Wrong usage or bad input, found before the first step. */
    static final int USAGE = 2;
    /** A known backend is not available here. */
    static final int UNAVAILABLE = 3;

    private ExitCode() {}

    /** The code of an exception that ended a command. */
    static int of(Throwable failure) {
        return switch (failure) {
            case UsageException usage -> USAGE;
            case ConfigException config -> USAGE;
            case DataException data -> USAGE;
            case FileFormatException content -> USAGE;
            case InvalidPathException path -> USAGE;
            case BackendUnavailableException unavailable -> UNAVAILABLE;
            default -> FAILED;
        };
    }
}
