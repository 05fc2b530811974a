package joust.opencl;

import joust.backend.Reductions;
import joust.backend.Store;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/** Sums of the OpenCL backend: a work-group sums a block of 4096, the blocks' sums are summed the same way. */
abstract class OpenClReductions extends OpenClArithmetic {
    /** The work-items of a group, and the accumulators of a block. */
    private static final long LANES = 64;

    private final ClKernel sums;
    private final ClKernel sumsOfSquares;
    private final ClKernel counts;
    private final ClKernel sumsOfSquaresOfRows;

    /** For the blocks of long rows, of which the caller knows nothing; made when it is first needed. */
    private @Nullable DeviceBuffer rowScratch;

    private long rowScratchSize;

    OpenClReductions(OpenClContext context, DeviceProducts products) {
        super(context, products);
        this.sums = kernel("sum_blocks");
        this.sumsOfSquares = kernel("sum_squares_of_blocks");
        this.counts = kernel("count_blocks");
        this.sumsOfSquaresOfRows = kernel("sum_squares_of_rows");
    }

    @Override
    public final void sum(Tensor x, Store store, Tensor scratch, Tensor out) {
        reduce(sums.arguments(), x, store, scratch, out);
    }

    @Override
    public final void sumOfSquares(Tensor x, Store store, Tensor scratch, Tensor out) {
        reduce(sumsOfSquares.arguments(), x, store, scratch, out);
    }

    @Override
    public final void countAbove(Tensor x, float threshold, Store store, Tensor scratch, Tensor out) {
        reduce(counts.arguments().real(threshold), x, store, scratch, out);
    }

    private void reduce(ClKernel first, Tensor x, Store store, Tensor scratch, Tensor out) {
        reduce(
                first,
                DeviceTensor.bufferOf(x),
                x.offset(),
                x.size(),
                added(store),
                DeviceTensor.bufferOf(scratch),
                scratch.offset(),
                DeviceTensor.bufferOf(out),
                out.offset());
    }

    /** Sums blocks into scratch, and their sums behind them, until one is left, which goes to the output. */
    private void reduce(
            ClKernel first,
            DeviceBuffer x,
            int xAt,
            int size,
            int add,
            DeviceBuffer scratch,
            int scratchAt,
            DeviceBuffer out,
            int outAt) {
        ClKernel kernel = first;
        DeviceBuffer from = x;
        int fromAt = xAt;
        int count = size;
        int toAt = scratchAt;
        int blocks = Math.ceilDiv(count, Reductions.BLOCK);
        while (blocks > 1) {
            kernel.buffer(from).integer(fromAt).integer(count).integer(0);
            kernel.buffer(scratch).integer(toAt).launch(blocks * LANES);
            kernel = sums.arguments();
            from = scratch;
            fromAt = toAt;
            count = blocks;
            toAt += blocks;
            blocks = Math.ceilDiv(count, Reductions.BLOCK);
        }
        kernel.buffer(from).integer(fromAt).integer(count).integer(add);
        kernel.buffer(out).integer(outAt).launch(LANES);
    }

    @Override
    public final void rowSumOfSquares(Tensor x, Tensor out) {
        if (x.cols() <= Reductions.BLOCK) {
            sumsOfSquaresOfRows
                    .arguments()
                    .tensor(x)
                    .integer(x.cols())
                    .tensor(out)
                    .launch(x.rows() * LANES);
            return;
        }
        DeviceBuffer numbers = DeviceTensor.bufferOf(x);
        DeviceBuffer sums = DeviceTensor.bufferOf(out);
        DeviceBuffer scratch = rowScratch(Reductions.scratchSize(x.cols()));
        for (int row = 0; row < x.rows(); row++) {
            int at = x.offset() + row * x.cols();
            reduce(sumsOfSquares.arguments(), numbers, at, x.cols(), 0, scratch, 0, sums, out.offset() + row);
        }
    }

    private DeviceBuffer rowScratch(long size) {
        DeviceBuffer scratch = rowScratch;
        if (scratch == null || rowScratchSize < size) {
            if (scratch != null) {
                scratch.close();
                // Until there is another: where allocating it fails, this one must not be found again.
                rowScratch = null;
            }
            scratch = context().allocate(size);
            rowScratch = scratch;
            rowScratchSize = size;
        }
        return scratch;
    }
}
