package joust.backend;

/** Making tensors, and moving numbers in and out of them. */
public interface Transfers {
    /**
     * Makes a root tensor filled with +0.
     *
     * @throws IllegalArgumentException if rows or cols is below 1 or their product exceeds an int
     */
    Tensor allocate(int rows, int cols);

    /**
     * Makes a view of {@code source} that starts {@code offset} floats after its first element and holds
     * {@code rows * cols} of them.
     *
     * @throws IllegalArgumentException if the range does not lie within {@code source}
     */
    Tensor view(Tensor source, int offset, int rows, int cols);

    /** Copies {@code destination.size()} floats from an array that the caller may change as soon as this returns. */
    void upload(float[] source, int offset, Tensor destination);

    /** Waits for every earlier operation on {@code source} and copies its floats, bit for bit, into an array. */
    void download(Tensor source, float[] destination, int offset);

    /** Copies a tensor into another of the same shape. */
    void copy(Tensor source, Tensor destination);

    /** Sets every element to {@code value}, which may be NaN. */
    void fill(Tensor destination, float value);
}
