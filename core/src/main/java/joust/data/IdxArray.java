package joust.data;

import java.util.Objects;

/**
 * What an IDX file of unsigned bytes holds: 1 to 3 dimensions and one byte per element, the last dimension running
 * fastest.
 */
public final class IdxArray {
    private final int[] dimensions;
    private final byte[] values;

    IdxArray(int[] dimensions, byte[] values) {
        this.dimensions = dimensions.clone();
        this.values = values;
    }

    /** How many dimensions there are: 1 for labels, 3 for images. */
    public int rank() {
        return dimensions.length;
    }

    /**
     * The length of a dimension, at least 1; dimension 0 counts the items, such as images or labels.
     *
     * @throws IndexOutOfBoundsException if there is no such dimension
     */
    public int dimension(int index) {
        return dimensions[Objects.checkIndex(index, dimensions.length)];
    }

    /** How many elements there are in all. */
    public int size() {
        return values.length;
    }

    /**
     * An element as 0 to 255.
     *
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public int value(int index) {
        return Byte.toUnsignedInt(values[Objects.checkIndex(index, values.length)]);
    }
}
