package joust.io;

import java.util.List;

/** A float32 tensor in a file: a name, a shape of any rank, and its numbers in row-major order. */
public final class NamedTensor {
    private final String name;
    private final List<Integer> shape;
    private final float[] values;

    /**
     * Takes the array over: it is not copied.
     *
     * @param shape the sizes, at least 0; empty for a single number
     * @throws IllegalArgumentException if the array does not have the product of the sizes many numbers
     */
    public NamedTensor(String name, List<Integer> shape, float[] values) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = values;
        if (elementCount(this.shape) != values.length) {
            throw new IllegalArgumentException(
                    "tensor " + name + ": there are " + values.length + " numbers for the shape " + shape);
        }
    }

    /** The name, such as {@code generator.0.weight}. */
    public String name() {
        return name;
    }

    /** The sizes. */
    public List<Integer> shape() {
        return shape;
    }

    /** The numbers: the tensor's own array. */
    public float[] values() {
        return values;
    }

    /** The product of the sizes; -1 if a size is negative or the product exceeds an int. */
    static int elementCount(List<Integer> shape) {
        long count = 1;
        for (int size : shape) {
            // A product that has become too large may still meet a 0, so it is held rather than given up.
            count = size == 0 ? 0 : Math.min(count * size, Integer.MAX_VALUE + 1L);
            if (size < 0) {
                return -1;
            }
        }
        return count > Integer.MAX_VALUE ? -1 : (int) count;
    }
}
