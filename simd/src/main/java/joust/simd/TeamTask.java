package joust.simd;

/** Work that the threads of a {@link Team} share by position: a static partition, so that no result depends on timing. */
@FunctionalInterface
interface TeamTask {
    /**
     * Does one thread's share.
     *
     * @param worker this thread's number, from 0, the caller's, to {@code workers - 1}
     * @param workers how many threads share the work
     */
    void run(int worker, int workers);
}
