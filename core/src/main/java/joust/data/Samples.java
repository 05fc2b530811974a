package joust.data;

/**
 * A source of real rows: a table held in memory, or a distribution that rows are drawn from. Immutable and safe to
 * share.
 */
public sealed interface Samples permits FiniteSamples, GeneratedSamples {
    /** A short name for messages and reports, such as a file's name or {@code ring of 8}. */
    String name();

    /** Values per row, at least 1. */
    int columns();
}
