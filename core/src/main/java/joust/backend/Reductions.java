package joust.backend;

/**
 * Sums in a fixed order, so that every device gives the same bits. The rule for n ≤ 4096 numbers: 64 accumulators start
 * from +0, accumulator l adds x[l], x[l+64], … in ascending order (a sum of squares takes fma(x, x, a[l])); then, for h =
 * 32, 16, 8, 4, 2, 1, a[l] += a[l+h]. The sums of consecutive blocks of 4096 are summed by the same rule.
 *
 * <p>{@code scratch} is any tensor with at least {@link #scratchSize} elements, of which the content is lost; no tensor of a
 * call may share storage with another. With {@link Store#ADD} the finished sum is added to {@code out} in one addition.
 */
public interface Reductions {
    /** The numbers that one application of the rule sums. */
    int BLOCK = 4096;

    /** How many floats of scratch a reduction over {@code size} elements needs: at least 1. */
    static int scratchSize(int size) {
        int total = 0;
        int level = size;
        do {
            level = (level - 1) / BLOCK + 1;
            total += level;
        } while (level > 1);
        return total;
    }

    /** The sum of all elements, into the {@code 1 x 1} tensor {@code out}. */
    void sum(Tensor x, Store store, Tensor scratch, Tensor out);

    /** The sum of the squares of all elements, into the {@code 1 x 1} tensor {@code out}. */
    void sumOfSquares(Tensor x, Store store, Tensor scratch, Tensor out);

    /** How many elements exceed {@code threshold}, which is a number (NaN does not), into {@code 1 x 1}; exact up to 2²⁴. */
    void countAbove(Tensor x, float threshold, Store store, Tensor scratch, Tensor out);

    /**
     * The sum of the rows: for each column one chain of additions over ascending rows, from +0 or, when adding, from
     * {@code out}; x {@code m x n}, out {@code 1 x n}.
     */
    void sumRows(Tensor x, Store store, Tensor out);

    /** For each row the sum of its squares by the rule above; x {@code m x n}, out {@code m x 1}. */
    void rowSumOfSquares(Tensor x, Tensor out);
}
