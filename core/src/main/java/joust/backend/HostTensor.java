package joust.backend;

/** A tensor whose numbers lie in a Java array: the storage of the scalar and the SIMD backend. */
public final class HostTensor extends Tensor {
    private float[] array;

    private HostTensor(Backend owner, int rows, int cols) {
        super(owner, rows, cols);
        this.array = new float[rows * cols];
    }

    private HostTensor(HostTensor source, int offset, int rows, int cols) {
        super(source, offset, rows, cols);
        this.array = source.array;
    }

    /** Allocates a root filled with +0. */
    static HostTensor allocate(Backend owner, int rows, int cols) {
        return new HostTensor(owner, rows, cols);
    }

    /** Makes a view that starts {@code offset} floats after the start of {@code source}. */
    static HostTensor view(Tensor source, int offset, int rows, int cols) {
        return new HostTensor((HostTensor) source, offset, rows, cols);
    }

    /** The root's array; this tensor's first element is at {@link #offset()}, its rows follow each other without gaps. */
    public float[] array() {
        return array;
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
