package joust.backend;

import org.jspecify.annotations.Nullable;

/**
 * A handle on a row-major {@code rows x cols} matrix of float32: its shape, its owner and its lifetime; where the numbers
 * lie is the owner's secret. A bias is a {@code 1 x n} tensor; there is no other rank.
 *
 * <p>A <em>root</em> owns storage. A <em>view</em> is a contiguous range of its root with rows and columns of its own:
 * reshaping is allowed, a slice of columns is not. Views share the root's numbers and its {@link #version()}, and end with
 * the root: after {@link #close()} every use of either is an {@link IllegalStateException}.
 */
public abstract class Tensor implements AutoCloseable {
    private final Backend owner;
    private final @Nullable Tensor parentRoot;
    private final int offset;
    private final int rows;
    private final int cols;
    private long version;
    private boolean closed;

    /** Makes a root of the given shape; the caller has checked that {@code rows * cols} is positive and fits an int. */
    protected Tensor(Backend owner, int rows, int cols) {
        this.owner = owner;
        this.parentRoot = null;
        this.offset = 0;
        this.rows = rows;
        this.cols = cols;
    }

    /** Makes a view of {@code source} that starts {@code offset} floats after the start of {@code source}. */
    protected Tensor(Tensor source, int offset, int rows, int cols) {
        this.owner = source.owner;
        this.parentRoot = source.root();
        this.offset = source.offset + offset;
        this.rows = rows;
        this.cols = cols;
    }

    /** The number of rows, at least 1. */
    public final int rows() {
        return rows;
    }

    /** The number of columns, at least 1. */
    public final int cols() {
        return cols;
    }

    /** {@code rows * cols}. */
    public final int size() {
        return rows * cols;
    }

    /** The position of the first element in the root's storage, in floats. */
    public final int offset() {
        return offset;
    }

    /** The tensor that owns the storage: this one, unless it is a view. */
    public final Tensor root() {
        return parentRoot == null ? this : parentRoot;
    }

    /** Whether the storage belongs to another tensor. */
    public final boolean isView() {
        return parentRoot != null;
    }

    /** The undecorated backend that allocated the storage. */
    public final Backend owner() {
        return owner;
    }

    /**
     * How many operations have written to the root since it was allocated, through it or through any view. Equal
     * versions of one root mean equal numbers, which is what lets a backend keep packed copies of weights.
     */
    public final long version() {
        return root().version;
    }

    /** Whether the root has been closed. */
    public final boolean isClosed() {
        return root().closed;
    }

    /** The shape as error messages print it, such as {@code 64x100}. */
    public final String shape() {
        return rows + "x" + cols;
    }

    /**
     * Gives the storage back.
     *
     * @throws IllegalStateException if this is a view or the root is already closed
     */
    @Override
    public final void close() {
        if (isView()) {
            throw new IllegalStateException(
                    "close: " + shape() + " is a view; its root " + root().shape() + " owns the storage");
        }
        if (closed) {
            throw new IllegalStateException("close: tensor " + shape() + " is already closed");
        }
        closed = true;
        release();
    }

    /** Frees the storage; called once, on the root. */
    protected abstract void release();

    /** Counts a write to the root. */
    final void countWrite() {
        root().version++;
    }

    @Override
    public final String toString() {
        return "tensor " + shape() + " of " + owner.name() + (isView() ? " (view at " + offset + ")" : "");
    }
}
