package joust.simd;

import static joust.backend.HostTensor.arrayOf;
import static joust.backend.HostTensor.startOf;

import java.util.Arrays;
import joust.backend.Activation;
import joust.backend.HostBackend;
import joust.backend.Store;
import joust.backend.Tensor;

/** Matrix products and layers of the SIMD backend. */
abstract class SimdDense extends HostBackend {
    private final Team team;
    private final ProductTask task;
    private final WeightPacking packing;
    private final PackedWeights weights = new PackedWeights();
    private final BiasStrip biasStrip = new BiasStrip();
    private final DerivativeStrip derivativeStrip = new DerivativeStrip();

    /** With the threads that compute; they end when the backend is closed. */
    SimdDense(Team team) {
        this.team = team;
        this.task = new ProductTask(team);
        this.packing = new WeightPacking(team);
    }

    /** The threads that compute. */
    final Team team() {
        return team;
    }

    @Override
    public final void matmul(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        operands(transposeA, a, transposeB, b, store, out);
        task.compute();
    }

    private Product operands(boolean transposeA, Tensor a, boolean transposeB, Tensor b, Store store, Tensor out) {
        return task.product()
                .size(out.rows(), out.cols(), transposeA ? a.rows() : a.cols())
                .a(arrayOf(a), startOf(a), a.cols(), transposeA)
                .b(arrayOf(b), startOf(b), b.cols(), transposeB)
                .c(arrayOf(out), startOf(out), out.cols(), store == Store.ADD);
    }

    @Override
    public final void addBias(Tensor bias, Tensor y) {
        float[] array = arrayOf(y);
        biasStrip.of(arrayOf(bias), startOf(bias), Activation.IDENTITY);
        for (int column = 0; column < y.cols(); column += Blocks.COLUMNS) {
            int columns = Math.min(Blocks.COLUMNS, y.cols() - column);
            biasStrip.finish(array, startOf(y) + column, y.cols(), 0, column, y.rows(), columns);
        }
    }

    @Override
    public final void dense(Tensor x, Tensor w, Tensor bias, Activation activation, Tensor y) {
        Product product = operands(false, x, false, w, Store.OVERWRITE, y);
        product.epilogue = biasStrip.of(arrayOf(bias), startOf(bias), activation);
        compute(product, w);
    }

    @Override
    public final void denseBackwardInput(
            Tensor gradient, Tensor w, Activation activationBelow, Tensor yBelow, Tensor gradientBelow) {
        Product product = operands(false, gradient, true, w, Store.OVERWRITE, gradientBelow);
        product.epilogue = derivativeStrip.of(arrayOf(yBelow), startOf(yBelow), yBelow.cols(), activationBelow);
        compute(product, w);
    }

    private void compute(Product product, Tensor w) {
        if (product.isWorthKeeping()) {
            PackedWeights.Entry entry = weights.of(w, product.transposeB);
            if (entry.isWorthMaking(w)) {
                compute(product, w, entry);
                return;
            }
        }
        task.compute();
    }

    /** With a packed copy of the weights, which the first of several products makes by the way, or all threads before it where they share rows. */
    private void compute(Product product, Tensor w, PackedWeights.Entry entry) {
        product.packedB = entry.matrix;
        if (entry.isCurrent(w)) {
            task.compute();
            return;
        }
        entry.unsetCurrent();
        entry.matrix.size(product.n, product.k);
        if (task.sharesRows()) {
            packing.pack(product, entry.matrix);
        } else {
            product.fillsPacked = true;
        }
        task.compute();
        entry.setCurrent(w);
    }

    @Override
    public final void denseBackwardWeights(
            Tensor x, Tensor gradient, Store store, Tensor gradientW, Tensor gradientBias) {
        Product product = operands(true, x, false, gradient, store, gradientW);
        float[] sums = arrayOf(gradientBias);
        int offset = startOf(gradientBias);
        if (store == Store.OVERWRITE) {
            Arrays.fill(sums, offset, offset + gradientBias.size(), 0f);
        }
        product.sums = sums;
        product.sumsOffset = offset;
        task.compute();
    }
}
