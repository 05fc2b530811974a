package joust.data;

/**
 * Rows to train on and rows kept apart to judge by.
 *
 * @param training what a network may see
 * @param heldOut what it never sees; as many columns and the same classes as {@code training}
 */
public record SplitSamples(FiniteSamples training, FiniteSamples heldOut) {
    /** Throws {@link IllegalArgumentException} if the columns or the classes differ. */
    public SplitSamples {
        if (training.columns() != heldOut.columns() || !training.classNames().equals(heldOut.classNames())) {
            throw new IllegalArgumentException(
                    "expected held-out rows of " + training.columns() + " columns and classes "
                            + training.classNames() + ", found " + heldOut.columns() + " columns and classes "
                            + heldOut.classNames());
        }
    }
}
