package joust.simd;

/** Threads that work on one task at a time. */
interface Team extends AutoCloseable {
    /** How many threads share a task, the caller's among them; at least 1. */
    int size();

    /**
     * Runs a task on all threads and returns when every share is done and visible to the caller. Allocates nothing. An
     * exception of any share surfaces here, after the others have ended.
     */
    void run(TeamTask task);

    /** Ends the threads that belong to the team. */
    @Override
    void close();
}
