package joust.simd;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import joust.backend.Reductions;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.simd.SharedTask.Kernel;

/** Reductions of the SIMD backend. Threads share blocks of the summation rule, rows or columns, never a chain of additions. */
abstract class SimdReductions extends SimdArithmetic {
    private static final int BLOCK = Reductions.BLOCK;
    /** Columns whose sums stay together: a line of the cache. */
    private static final int COLUMNS = 16;

    private static final Kernel SUM = (o, w, i, n) -> {
        for (int block = i; block < i + n; block++) {
            o.b[o.bAt + block] = o.sums(w).sum(o.a, o.aAt + block * BLOCK, length(o, block));
        }
    };
    private static final Kernel SUM_OF_SQUARES = (o, w, i, n) -> {
        for (int block = i; block < i + n; block++) {
            o.b[o.bAt + block] = o.sums(w).sumOfSquares(o.a, o.aAt + block * BLOCK, length(o, block));
        }
    };
    private static final Kernel COUNT_ABOVE =
            (o, w, i, n) -> o.count(w, SimdReductionKernels.countAbove((float) o.p, o.a, o.aAt + i, n));
    private static final Kernel ROW_SUM_OF_SQUARES = (o, w, i, n) ->
            SimdReductionKernels.rowSumOfSquares(n, o.cols, o.a, o.aAt + i * o.cols, o.cols, o.b, o.bAt + i, o.sums(w));
    private static final Kernel SUM_ROWS =
            (o, w, i, n) -> SimdReductionKernels.sumRows(o.rows, n, o.a, o.aAt + i, o.cols, o.p != 0, o.b, o.bAt + i);

    SimdReductions(Team team) {
        super(team);
    }

    private static int length(SharedTask operands, int block) {
        return Math.min(BLOCK, operands.cols - block * BLOCK);
    }

    @Override
    public final void sum(Tensor x, Store store, Tensor scratch, Tensor out) {
        finish(overBlocks(SUM, x, scratch), store, out);
    }

    @Override
    public final void sumOfSquares(Tensor x, Store store, Tensor scratch, Tensor out) {
        finish(overBlocks(SUM_OF_SQUARES, x, scratch), store, out);
    }

    /** The blocks' sums go to the scratch, where the same rule sums them. */
    private float overBlocks(Kernel kernel, Tensor x, Tensor scratch) {
        int blocks = Math.ceilDiv(x.size(), BLOCK);
        task.on(x, scratch).of(1, x.size()).compute(kernel, blocks, 1, x.size() >= MOVES);
        float[] sums = arrayOf(scratch);
        return blocks == 1 ? sums[startOf(scratch)] : task.sums(0).sum(sums, startOf(scratch), blocks);
    }

    @Override
    public final void countAbove(Tensor x, float threshold, Store store, Tensor scratch, Tensor out) {
        task.on(x).with(threshold, 0).compute(COUNT_ABOVE, x.size(), MOVES);
        finish(task.counted(), store, out);
    }

    private static void finish(float result, Store store, Tensor out) {
        float[] array = arrayOf(out);
        array[startOf(out)] = store == Store.ADD ? array[startOf(out)] + result : result;
    }

    @Override
    public final void rowSumOfSquares(Tensor x, Tensor out) {
        task.on(x, out).of(x.rows(), x.cols()).compute(ROW_SUM_OF_SQUARES, x.rows(), 1, x.size() >= MOVES);
    }

    @Override
    public final void sumRows(Tensor x, Store store, Tensor out) {
        task.on(x, out)
                .of(x.rows(), x.cols())
                .with(store == Store.ADD ? 1 : 0, 0)
                .compute(SUM_ROWS, x.cols(), COLUMNS, x.size() >= MOVES);
    }
}
