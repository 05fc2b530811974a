package joust.backend;

/**
 * The arrays of a host backend's tensors. Small tensors lie behind each other in one large array, which is what aligns them
 * ({@link AlignedArrays}); it goes when the last of them is closed or forgotten.
 */
final class HostMemory {
    private float[] array = new float[0];
    private int used;

    HostMemory() {}

    /** A root filled with +0. */
    synchronized HostTensor allocate(Backend owner, int rows, int cols) {
        int size = rows * cols;
        if (size > AlignedArrays.HALF_REGION / 2) {
            boolean fits = size <= Integer.MAX_VALUE - 2 * AlignedArrays.LINE;
            float[] own = fits ? AlignedArrays.allocate(size) : new float[size];
            return new HostTensor(owner, rows, cols, own, fits ? AlignedArrays.START : 0);
        }
        if (used + size > array.length) {
            array = AlignedArrays.allocate(size);
            used = AlignedArrays.START;
        }
        HostTensor tensor = new HostTensor(owner, rows, cols, array, used);
        used += Math.ceilDiv(size, AlignedArrays.LINE) * AlignedArrays.LINE;
        return tensor;
    }
}
