package joust.cli;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.Workload;

/** Opens the backend that {@code --backend} names; what was chosen and why goes to standard error. */
final class BackendChoice {
    private BackendChoice() {}

    /**
     * Opens it; for {@code auto} with its own choice of threads, the one that {@code joust tune} found the fastest for the
     * workload, where it was asked.
     *
     * @throws UsageException if the word names no backend
     * @throws joust.backend.BackendUnavailableException if it is not available here
     */
    static Backend open(String name, BackendOptions options, Workload workload) {
        return name.equals(Backends.AUTO) && options.equals(BackendOptions.DEFAULT)
                ? Backends.openFor(workload, System.err::println)
                : open(name, options);
    }

    /**
     * Opens it.
     *
     * @throws UsageException if the word names no backend
     * @throws joust.backend.BackendUnavailableException if it is not available here
     */
    static Backend open(String name, BackendOptions options) {
        try {
            return Backends.open(name, options, System.err::println);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--backend: " + e.getMessage(), e);
        }
    }
}
