package joust.cli;

/** How long a run has trained, the time before it was resumed included. It does not follow changes of the system's clock. */
final class TrainingClock {
    private final double before;
    private final long start = System.nanoTime();

    /**
     * Starts it.
     *
     * @param before seconds that the run had trained until then
     */
    TrainingClock(double before) {
        this.before = before;
    }

    /** Seconds of the whole run. */
    double seconds() {
        return before + sinceStart();
    }

    /** Seconds since the start of this clock. */
    double sinceStart() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** When it was started, as {@link System#nanoTime} reads. */
    long start() {
        return start;
    }
}
