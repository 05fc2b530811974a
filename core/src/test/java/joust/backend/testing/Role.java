package joust.backend.testing;

/** What an operation does with a tensor. */
enum Role {
    /** Reads it; not one bit may change. */
    INPUT,
    /** Overwrites it, whatever it held: it holds NaN before the call. */
    OUTPUT,
    /** Reads and writes it: a parameter, an accumulator, or an operation in place. */
    UPDATE,
    /** May leave anything in it; it holds NaN before the call. */
    SCRATCH;

    boolean isWritten() {
        return this != INPUT;
    }

    boolean isResult() {
        return this == OUTPUT || this == UPDATE;
    }
}
