package joust.gan;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one update.
 *
 * @param size real rows, and as many generated ones
 * @param layout how the discriminator's update sees them
 * @param sortedReal whether the real rows, of one column, are sorted upwards
 * @param classes how many classes the data have, where both networks are told the class of each row as numbers 0 and 1 beside its
 *     own (Mirza and Osindero 2014); 0 for networks that are not told. The discriminator sees generated rows of the same classes as
 *     the real ones, the generator learns on classes drawn uniformly
 * @param packing how many rows make one input of the discriminator (Lin et al. 2018), a divisor of {@code size}; 1 for none
 * @param instanceNoise noise on the discriminator's inputs; null for none
 */
public record BatchConfig(
        int size,
        @Default("apart") Layout layout,
        @Default("false") boolean sortedReal,
        @Default("0") int classes,
        @Default("1") int packing,
        @Default("null") @Nullable InstanceNoiseConfig instanceNoise) {
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
        Check.require(classes == 0 || classes >= 2, "classes", classes, "0 or at least 2");
        Check.require(classes == 0 || !sortedReal, "classes", classes, "0 with sorted rows");
        Check.require(packing >= 1 && size % packing == 0, "packing", packing, "a divisor of size, which is " + size);
    }

    /** Rows alone: no classes, no packing, no noise. */
    public BatchConfig(int size, Layout layout, boolean sortedReal) {
        this(size, layout, sortedReal, 0, 1, null);
    }

    /** Real and generated batches apart, not sorted. */
    public static BatchConfig of(int size) {
        return new BatchConfig(size, Layout.APART, false);
    }

    /** This batch with the class of each row told to both networks. */
    public BatchConfig withClasses(int count) {
        return new BatchConfig(size, layout, sortedReal, count, packing, instanceNoise);
    }

    /** This batch with several rows in each of the discriminator's inputs. */
    public BatchConfig withPacking(int rows) {
        return new BatchConfig(size, layout, sortedReal, classes, rows, instanceNoise);
    }

    /** This batch with noise on the discriminator's inputs. */
    public BatchConfig withInstanceNoise(InstanceNoiseConfig noise) {
        return new BatchConfig(size, layout, sortedReal, classes, packing, noise);
    }

    /** The discriminator's inputs on each side: packs of rows. */
    public int packs() {
        return size / packing;
    }
}
