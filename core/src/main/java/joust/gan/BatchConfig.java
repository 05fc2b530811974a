package joust.gan;

/**
 * The rows of one update.
 *
 * @param size real rows, and as many generated ones
 * @param layout how the discriminator's update sees them
 * @param sortedReal whether the real rows, of one column, are sorted upwards
 */
public record BatchConfig(
        int size,
        @Default("apart") Layout layout,
        @Default("false") boolean sortedReal) {
    /** How real and generated rows come to the discriminator. */
    public enum Layout {
        /** As two batches: the loss is the mean over the real rows plus the mean over the generated ones. */
        APART,
        /** As one batch, real rows first: the loss is the mean over all rows. */
        REAL_FIRST,
        /** As one batch, generated rows first: the loss is the mean over all rows. */
        GENERATED_FIRST
    }

    public BatchConfig {
        Check.atLeast(1, "size", size);
    }

    /** Real and generated batches apart, not sorted. */
    public static BatchConfig of(int size) {
        return new BatchConfig(size, Layout.APART, false);
    }
}
