package joust.backend;

/**
 * Finds and opens the backends of one family; discovered by {@link java.util.ServiceLoader}. A provider class must load
 * everywhere, so it keeps every type that may be missing out of its own signature and static state.
 */
public interface BackendProvider {
    /** The family's name, the first word of a {@link BackendName}. */
    String name();

    /** What is available here and what is not; never throws. */
    Discovery discover();

    /**
     * Opens a device, undecorated.
     *
     * @throws BackendUnavailableException if it is not available here
     */
    Backend open(BackendName name, BackendOptions options);
}
