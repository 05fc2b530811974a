package joust.bench;

/**
 * What bounds a case, and how much of it one call needs.
 *
 * @param kind the measured peak that it is compared with
 * @param perCall of {@link Kind#FMA}: GFLOP; of {@link Kind#TRIAD}: GB read and written
 * @param footprint of {@link Kind#TRIAD}: bytes that are touched; the peak is measured on as many, since caches matter
 */
record Limit(Kind kind, double perCall, long footprint) {
    /** Which of the machine's peaks. */
    enum Kind {
        /** Fused multiply-adds in registers. */
        FMA,
        /** {@code a = b + factor c} over arrays. */
        TRIAD,
        /** None has been measured that would say something. */
        NONE
    }

    static final Limit NONE = new Limit(Kind.NONE, 0, 0);

    static Limit fma(double gigaflops) {
        return new Limit(Kind.FMA, gigaflops, 0);
    }

    static Limit triad(double gigabytes, long footprint) {
        return new Limit(Kind.TRIAD, gigabytes, footprint);
    }
}
