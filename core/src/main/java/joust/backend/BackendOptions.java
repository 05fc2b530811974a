package joust.backend;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a backend is opened.
 *
 * @param threads how many threads compute, the caller's among them; 0 leaves the choice to the backend
 * @param executor runs the tasks of the other threads, or null for threads that the backend owns
 */
public record BackendOptions(int threads, @Nullable Executor executor) {
    /** The backend's own choice of threads, owned by it. */
    public static final BackendOptions DEFAULT = new BackendOptions(0, null);

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if threads is negative
     */
    public BackendOptions {
        if (threads < 0) {
            throw new IllegalArgumentException("threads: " + threads + ", expected 1 or more, or 0 for the default");
        }
    }

    /** A given number of threads, owned by the backend. */
    public static BackendOptions threads(int threads) {
        return new BackendOptions(threads, null);
    }
}
