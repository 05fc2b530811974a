package joust.backend;

/** A tensor whose numbers lie in a Java array: the storage of the scalar and the SIMD backend. */
public final class HostTensor extends Tensor {
    private final int base;
    private float[] array;

    /** A root whose first element is at {@code base} of {@code array}. */
    HostTensor(Backend owner, int rows, int cols, float[] array, int base) {
        super(owner, rows, cols);
        this.array = array;
        this.base = base;
    }

    private HostTensor(HostTensor source, int offset, int rows, int cols) {
        super(source, offset, rows, cols);
        this.array = source.array;
        this.base = source.base;
    }

    /** Allocates a root filled with +0, with an array of its own. */
    static HostTensor allocate(Backend owner, int rows, int cols) {
        return new HostTensor(owner, rows, cols, new float[rows * cols], 0);
    }

    /** Makes a view that starts {@code offset} floats after the start of {@code source}. */
    static HostTensor view(Tensor source, int offset, int rows, int cols) {
        return new HostTensor((HostTensor) source, offset, rows, cols);
    }

    /**
     * An array that holds this tensor, and maybe others: its first element is at {@link #start()}, its rows follow each other without
     * gaps.
     */
    public float[] array() {
        return array;
    }

    /** Where the first element lies in {@link #array()}. */
    public int start() {
        return base + offset();
    }

    /** Where the first element of a tensor that a host backend allocated lies in its array. */
    public static int startOf(Tensor tensor) {
        return ((HostTensor) tensor).start();
    }

    /** The array of a tensor that a host backend allocated. */
    public static float[] arrayOf(Tensor tensor) {
        return ((HostTensor) tensor).array;
    }

    @Override
    protected void release() {
        array = new float[0];
    }
}
