package joust.backend;

/** What an operation that accumulates does with the numbers already in its output. */
public enum Store {
    /** The output is overwritten, whatever it held: also NaN. Accumulation starts from +0. */
    OVERWRITE,
    /** The result is added to the output: accumulation starts from the numbers already there. */
    ADD
}
