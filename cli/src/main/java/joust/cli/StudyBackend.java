package joust.cli;

import java.io.PrintWriter;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.BackendUnavailableException;
import joust.backend.Backends;
import org.jspecify.annotations.Nullable;

/**
 * The backend of a study's runs, on one thread for each.
 *
 * @param name to open it by
 * @param arithmetic how it rounds
 */
record StudyBackend(String name, String arithmetic) {
    private static final BackendOptions ONE_THREAD = BackendOptions.threads(1);

    /**
     * The one of a name; without a name the SIMD backend, and the scalar one where that is missing: their bits are the same, and a GPU
     * would be shared by runs that are too small for it.
     *
     * @throws UsageException if the word names no backend
     * @throws BackendUnavailableException if it is not available here
     */
    static StudyBackend find(@Nullable String name, PrintWriter err) {
        if (name != null) {
            return probe(name, err);
        }
        try {
            return probe("simd", err);
        } catch (BackendUnavailableException e) {
            err.println(e.getMessage());
            return probe("scalar", err);
        }
    }

    private static StudyBackend probe(String name, PrintWriter err) {
        try (Backend backend = BackendChoice.open(name, ONE_THREAD)) {
            err.println("each run on " + backend.name() + " (" + backend.device() + "), 1 thread");
            return new StudyBackend(name, backend.arithmetic().label());
        }
    }

    /** Opens one more; what is to be said of it has been said. */
    Backend open() {
        return Backends.open(name, ONE_THREAD, _ -> {});
    }
}
