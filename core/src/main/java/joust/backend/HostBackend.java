package joust.backend;

import java.util.Arrays;
import joust.math.FusedArithmetic;
import joust.math.RandomFill;

/** The part that backends on Java arrays have in common: storage, and everything that only moves numbers. */
public abstract class HostBackend implements Backend {
    private static final int ROWS_AT_ONCE = 256;
    private final HostMemory memory = new HostMemory();
    private final int[] drawnRows = new int[ROWS_AT_ONCE];

    /** For implementations on the CPU. */
    protected HostBackend() {}

    @Override
    public final Arithmetic arithmetic() {
        return FusedArithmetic.FUSED ? Arithmetic.FMA : Arithmetic.MULTIPLY_ADD;
    }

    @Override
    public final Tensor allocate(int rows, int cols) {
        return memory.allocate(this, rows, cols);
    }

    @Override
    public final Tensor view(Tensor source, int offset, int rows, int cols) {
        return HostTensor.view(source, offset, rows, cols);
    }

    @Override
    public final void upload(float[] source, int offset, Tensor destination) {
        System.arraycopy(
                source, offset, HostTensor.arrayOf(destination), HostTensor.startOf(destination), destination.size());
    }

    @Override
    public final void download(Tensor source, float[] destination, int offset) {
        System.arraycopy(HostTensor.arrayOf(source), HostTensor.startOf(source), destination, offset, source.size());
    }

    @Override
    public final void copy(Tensor source, Tensor destination) {
        move(source, 0, destination, 0, source.size());
    }

    @Override
    public final void fill(Tensor destination, float value) {
        int from = HostTensor.startOf(destination);
        Arrays.fill(HostTensor.arrayOf(destination), from, from + destination.size(), value);
    }

    @Override
    public final void copyRows(Tensor source, int sourceRow, int count, Tensor destination, int destinationRow) {
        int cols = source.cols();
        move(source, sourceRow * cols, destination, destinationRow * cols, count * cols);
    }

    @Override
    public final void gatherRows(Tensor source, long seed, int stream, long position, Tensor out) {
        int cols = out.cols();
        for (int first = 0; first < out.rows(); first += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, out.rows() - first);
            RandomFill.rows(seed, stream, position + first / 4, source.rows(), drawnRows, 0, count);
            for (int i = 0; i < count; i++) {
                move(source, drawnRows[i] * cols, out, (first + i) * cols, cols);
            }
        }
    }

    @Override
    public final void concatColumns(Tensor left, Tensor right, Tensor out) {
        for (int row = 0; row < out.rows(); row++) {
            move(left, row * left.cols(), out, row * out.cols(), left.cols());
            move(right, row * right.cols(), out, row * out.cols() + left.cols(), right.cols());
        }
    }

    @Override
    public final void splitColumns(Tensor source, Tensor left, Tensor right) {
        for (int row = 0; row < source.rows(); row++) {
            move(source, row * source.cols(), left, row * left.cols(), left.cols());
            move(source, row * source.cols() + left.cols(), right, row * right.cols(), right.cols());
        }
    }

    @Override
    public void synchronize() {
        // Host operations have taken effect when their call returns.
    }

    private static void move(Tensor source, int from, Tensor destination, int to, int count) {
        System.arraycopy(
                HostTensor.arrayOf(source),
                HostTensor.startOf(source) + from,
                HostTensor.arrayOf(destination),
                HostTensor.startOf(destination) + to,
                count);
    }
}
