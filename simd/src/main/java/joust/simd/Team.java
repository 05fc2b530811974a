package joust.simd;

import java.util.concurrent.Executor;
import joust.backend.BackendOptions;
import joust.backend.HostProcessor;

/** Threads that work on one task at a time. */
interface Team extends AutoCloseable {
    /** The team that the options ask for; unless they name a number of threads, one for each core of the machine. */
    static Team of(BackendOptions options) {
        int size = options.threads() > 0 ? options.threads() : HostProcessor.cores();
        Executor executor = options.executor();
        if (size == 1) {
            return new SoloTeam();
        }
        return executor == null ? new WorkerTeam(size) : new ExecutorTeam(size, executor);
    }

    /** How many threads share a task, the caller's among them; at least 1. */
    int size();

    /**
     * Runs a task on all threads and returns when every share is done and visible to the caller. Allocates nothing. An
     * exception of any share surfaces here, after the others have ended; where there are several, that of the lowest number,
     * with the others suppressed. An interrupt of the caller does not stop the task, and is kept.
     *
     * @throws IllegalStateException after {@link #close}
     */
    void run(TeamTask task);

    /** Ends the threads that belong to the team. */
    @Override
    void close();
}
