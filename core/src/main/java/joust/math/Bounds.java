package joust.math;

/**
 * Checks of ranges at the entrance of the kernels, so that a wrong one throws before anything is written. All are {@link
 * IndexOutOfBoundsException}s, but for sizes that make no matrix.
 */
public final class Bounds {
    private Bounds() {}

    /**
     * A vector of {@code count} elements must lie within the array.
     *
     * @param name the argument, for the message
     * @throws IndexOutOfBoundsException if it does not
     */
    public static void vector(String name, float[] array, int offset, int count) {
        if (count < 0 || offset < 0 || offset > array.length - count) {
            throw new IndexOutOfBoundsException(
                    name + ": " + count + " elements from " + offset + " in an array of " + array.length);
        }
    }

    /**
     * The three vectors of a loss must lie within their arrays.
     *
     * @throws IndexOutOfBoundsException if one does not
     */
    public static void losses(
            float[] outputs,
            int outputsOffset,
            float[] losses,
            int lossesOffset,
            float[] gradient,
            int gradientOffset,
            int count) {
        vector("outputs", outputs, outputsOffset, count);
        vector("losses", losses, lossesOffset, count);
        vector("gradient", gradient, gradientOffset, count);
    }

    /**
     * A row-major matrix must lie within the array and its rows must not overlap.
     *
     * @param name the argument, for the message
     * @throws IllegalArgumentException if a size is negative or rows overlap
     * @throws IndexOutOfBoundsException if it does not lie within the array
     */
    public static void matrix(String name, float[] array, int offset, int rows, int cols, int leadingDimension) {
        if (rows < 0 || cols < 0 || leadingDimension < cols) {
            throw new IllegalArgumentException(name + ": " + rows + "x" + cols + " with leading dimension "
                    + leadingDimension + ", expected sizes of at least 0 and a leading dimension of at least " + cols);
        }
        long end = rows == 0 || cols == 0 ? offset : offset + (rows - 1L) * leadingDimension + cols;
        if (offset < 0 || end > array.length) {
            throw new IndexOutOfBoundsException(name + ": " + rows + "x" + cols + " with leading dimension "
                    + leadingDimension + " from " + offset + " in an array of " + array.length);
        }
    }
}
