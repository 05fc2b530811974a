package joust.data;

import java.util.Arrays;
import joust.math.HostRandom;

/**
 * Rows to train on and rows kept apart to judge by.
 *
 * @param training what a network may see
 * @param heldOut what it never sees; as many columns and the same classes as {@code training}
 */
public record SplitSamples(FiniteSamples training, FiniteSamples heldOut) {
    /** The random stream of splits; no other purpose may use it with the same seed. */
    public static final int STREAM = 9;

    /** Throws {@link IllegalArgumentException} if the columns or the classes differ. */
    public SplitSamples {
        if (training.columns() != heldOut.columns() || !training.classNames().equals(heldOut.classNames())) {
            throw new IllegalArgumentException(
                    "expected held-out rows of " + training.columns() + " columns and classes "
                            + training.classNames() + ", found " + heldOut.columns() + " columns and classes "
                            + heldOut.classNames());
        }
    }

    /**
     * Splits rows by chance, so that rows in the order of their classes are split well too. Both parts keep the order
     * of the whole.
     *
     * @param all the rows, at least 2
     * @param heldOutRows how many to keep apart, from 1 to rows − 1
     * @param seed the same seed gives the same split
     * @throws IllegalArgumentException if the number is out of range
     */
    public static SplitSamples of(FiniteSamples all, int heldOutRows, long seed) {
        if (heldOutRows < 1 || heldOutRows >= all.rows()) {
            throw new IllegalArgumentException(
                    all.name() + ": heldOutRows is " + heldOutRows + ", expected from 1 to " + (all.rows() - 1));
        }
        int[] order = new HostRandom(seed, STREAM, 0).permutation(all.rows());
        int[] heldOut = Arrays.copyOf(order, heldOutRows);
        int[] training = Arrays.copyOfRange(order, heldOutRows, order.length);
        Arrays.sort(heldOut);
        Arrays.sort(training);
        return new SplitSamples(all.select(training), all.select(heldOut));
    }
}
