package joust.bench;

/** Learns what happened in a fork, contender by contender. */
interface ForkListener {
    /** It was verified and timed. */
    void timed(Contender contender, Timing timing);

    /** It could not be, with the reason: it is missing here, or computed something wrong. */
    void failed(Contender contender, String reason);

    /** What a library said of itself, such as {@code mkl: Version 2025.3}. */
    void noted(String note);
}
