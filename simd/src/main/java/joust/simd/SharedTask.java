package joust.simd;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import java.util.Arrays;
import joust.backend.Tensor;

/**
 * A kernel over a range of elements, rows, columns or blocks, and what it works on. The team shares the range in pieces of
 * which the borders depend on nothing but the number of threads, and no kernel's bits depend on the borders. One instance
 * serves all calls of a backend, one at a time, so that a call allocates nothing.
 */
final class SharedTask implements TeamTask {
    /** Elements of a piece: whole vectors of every width, whole lines of the cache, whole blocks of random words. */
    static final int ELEMENTS = 64;

    private static final float[] NONE = {};

    /** A kernel on the operands of a task. */
    @FunctionalInterface
    interface Kernel {
        /**
         * Does a part of the work.
         *
         * @param task holds the operands
         * @param worker the number of the thread
         * @param from the first element, row, column or block
         * @param count how many
         */
        void run(SharedTask task, int worker, int from, int count);
    }

    private final Team team;
    private final SimdSum[] sums;
    private final int[] counts;
    private Kernel kernel = (task, worker, from, count) -> {};
    private int count;
    private int piece;

    /** The arrays of up to four tensors and the positions of their first elements. */
    float[] a = NONE;

    float[] b = NONE;
    float[] c = NONE;
    float[] d = NONE;
    int aAt;
    int bAt;
    int cAt;
    int dAt;

    /** Sizes of a matrix. */
    int rows;

    int cols;

    /** Up to five scalars. */
    double p;

    double q;
    double r;
    double s;
    double t;

    /** Where random numbers come from. */
    long seed;

    int stream;
    long position;

    SharedTask(Team team) {
        this.team = team;
        this.sums = new SimdSum[team.size()];
        Arrays.setAll(sums, worker -> new SimdSum());
        this.counts = new int[team.size()];
    }

    /** Sets the first operand. */
    SharedTask on(Tensor first) {
        a = arrayOf(first);
        aAt = startOf(first);
        return this;
    }

    /** Sets two operands. */
    SharedTask on(Tensor first, Tensor second) {
        b = arrayOf(second);
        bAt = startOf(second);
        return on(first);
    }

    /** Sets three operands. */
    SharedTask on(Tensor first, Tensor second, Tensor third) {
        c = arrayOf(third);
        cAt = startOf(third);
        return on(first, second);
    }

    /** Sets four operands. */
    SharedTask on(Tensor first, Tensor second, Tensor third, Tensor fourth) {
        d = arrayOf(fourth);
        dAt = startOf(fourth);
        return on(first, second, third);
    }

    /** Sets the first two scalars. */
    SharedTask with(double first, double second) {
        p = first;
        q = second;
        return this;
    }

    /** Sets the scalars. */
    SharedTask with(double first, double second, double third, double fourth, double fifth) {
        r = third;
        s = fourth;
        t = fifth;
        return with(first, second);
    }

    /** Sets the sizes of a matrix. */
    SharedTask of(int rows, int cols) {
        this.rows = rows;
        this.cols = cols;
        return this;
    }

    /** Sets where random numbers come from. */
    SharedTask from(long seed, int stream, long position) {
        this.seed = seed;
        this.stream = stream;
        this.position = position;
        return this;
    }

    /** The accumulators of a thread. */
    SimdSum sums(int worker) {
        return sums[worker];
    }

    /** Leaves a thread's count. */
    void count(int worker, int value) {
        counts[worker] = value;
    }

    /** The threads' counts together. */
    int counted() {
        int total = 0;
        for (int value : counts) {
            total += value;
        }
        return total;
    }

    /** Computes elements, on the caller alone if there are fewer than {@code worthSharing}. */
    void compute(Kernel kernel, int elements, int worthSharing) {
        compute(kernel, elements, ELEMENTS, elements >= worthSharing);
    }

    /** Computes elements on the caller alone, in pieces that no vector fills. */
    void computeOneByOne(Kernel kernel, int elements) {
        for (int from = 0; from < elements; from += Lanes.COUNT - 1) {
            kernel.run(this, 0, from, Math.min(Lanes.COUNT - 1, elements - from));
        }
        release();
    }

    /** Computes {@code count} elements, rows, columns or blocks, of which {@code piece} stay together. */
    void compute(Kernel kernel, int count, int piece, boolean shared) {
        Arrays.fill(counts, 0);
        if (shared && team.size() > 1) {
            this.kernel = kernel;
            this.count = count;
            this.piece = piece;
            team.run(this);
        } else {
            kernel.run(this, 0, 0, count);
        }
        release();
    }

    /** A tensor that is closed is not to be kept alive from here. */
    private void release() {
        a = NONE;
        b = NONE;
        c = NONE;
        d = NONE;
    }

    @Override
    public void run(int worker, int workers) {
        int from = border(worker, workers);
        int to = border(worker + 1, workers);
        if (from < to) {
            kernel.run(this, worker, from, to - from);
        }
    }

    private int border(int worker, int workers) {
        long pieces = Math.ceilDiv(count, piece);
        return (int) Math.min(count, pieces * worker / workers * piece);
    }
}
