package joust.opencl;

import static joust.opencl.DeviceTensor.bufferOf;

import joust.backend.Backend;
import joust.backend.BackendException;
import joust.backend.LaunchCounter;
import joust.backend.Tensor;

/** The device of the OpenCL backend, and everything that only moves numbers. */
abstract class OpenClStorage implements Backend, LaunchCounter {
    private static final String[] SOURCES = {
        "arrangement.cl", "dense.cl", "elementwise.cl", "losses.cl", "optimizers.cl", "random.cl", "reductions.cl"
    };

    /** Elements that one work-item of {@code gather_rows} copies at most. */
    private static final int CHUNK = 16;

    private final OpenClContext context;
    private final ClProgram program;
    private final ClKernel gatherRows;
    private final ClKernel concatColumns;
    private final ClKernel splitColumns;

    /** Builds the kernels; the context is closed with the backend. */
    OpenClStorage(OpenClContext context) {
        this.context = context;
        this.program = context.build("-D CHUNK=" + CHUNK, SOURCES);
        this.gatherRows = kernel("gather_rows");
        this.concatColumns = kernel("concat_columns");
        this.splitColumns = kernel("split_columns");
    }

    /** A kernel of the backend's program. */
    final ClKernel kernel(String name) {
        return program.kernel(name);
    }

    /** The device in use. */
    final OpenClContext context() {
        return context;
    }

    @Override
    public final int threads() {
        return 1;
    }

    /**
     * As {@link Backend}.
     *
     * @throws BackendException if the device has no memory left; what was taken for the tensor has been given back
     */
    @Override
    public final Tensor allocate(int rows, int cols) {
        return new DeviceTensor(this, context.allocate((long) rows * cols), rows, cols);
    }

    @Override
    public final Tensor view(Tensor source, int offset, int rows, int cols) {
        context.demandOpen();
        return new DeviceTensor(source, offset, rows, cols);
    }

    @Override
    public final void upload(float[] source, int offset, Tensor destination) {
        context.demandOpen();
        context.staging().upload(source, offset, bufferOf(destination), destination.offset(), destination.size());
    }

    @Override
    public final void download(Tensor source, float[] destination, int offset) {
        context.demandOpen();
        context.staging().download(bufferOf(source), source.offset(), destination, offset, source.size());
    }

    @Override
    public final void copy(Tensor source, Tensor destination) {
        bufferOf(destination).copyFrom(bufferOf(source), source.offset(), destination.offset(), source.size());
    }

    @Override
    public final void fill(Tensor destination, float value) {
        bufferOf(destination).fill(value, destination.offset(), destination.size());
    }

    @Override
    public final void copyRows(Tensor source, int sourceRow, int count, Tensor destination, int destinationRow) {
        long cols = source.cols();
        bufferOf(destination)
                .copyFrom(
                        bufferOf(source),
                        source.offset() + sourceRow * cols,
                        destination.offset() + destinationRow * cols,
                        count * cols);
    }

    @Override
    public final void gatherRows(Tensor source, long seed, int stream, long position, Tensor out) {
        int items = out.rows() * Math.ceilDiv(out.cols(), CHUNK);
        gatherRows
                .arguments()
                .words(seed)
                .integer(stream)
                .words(position)
                .tensor(source)
                .integer(source.rows())
                .tensor(out)
                .integer(out.cols())
                .integer(items)
                .launch(items);
    }

    @Override
    public final void concatColumns(Tensor left, Tensor right, Tensor out) {
        concatColumns
                .arguments()
                .tensor(left)
                .integer(left.cols())
                .tensor(right)
                .integer(right.cols())
                .tensor(out)
                .integer(out.size())
                .launch(out.size());
    }

    @Override
    public final void splitColumns(Tensor source, Tensor left, Tensor right) {
        splitColumns
                .arguments()
                .tensor(source)
                .tensor(left)
                .integer(left.cols())
                .tensor(right)
                .integer(right.cols())
                .integer(source.size())
                .launch(source.size());
    }

    @Override
    public final long launches() {
        return context.launches();
    }

    @Override
    public final void synchronize() {
        context.finish();
    }

    /** Waits for the device, and releases it with all tensors. */
    @Override
    public final void close() {
        context.close();
    }
}
