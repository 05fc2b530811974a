package joust.nn;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/** One layer of a {@link SpectralNorm}. */
final class SpectralLayer {
    private final Backend backend;
    private final SpectralScratch scratch;
    private final Tensor weight;
    private final Tensor v;
    private final Tensor normalised;
    private final Tensor u;
    private final Tensor uScaled;
    private final Tensor turned;
    private final Tensor inverseNorm;
    private final Tensor spread;
    private final Tensor flatSpread;
    private final Tensor product;
    private final Tensor ones;

    SpectralLayer(
            Workspace workspace, Backend backend, SpectralScratch scratch, Tensor weight, Tensor v, Tensor normalised) {
        this.backend = backend;
        this.scratch = scratch;
        this.weight = weight;
        this.v = v;
        this.normalised = normalised;
        this.u = workspace.allocate(1, weight.rows());
        this.uScaled = workspace.allocate(1, weight.rows());
        this.turned = workspace.allocate(1, weight.cols());
        this.inverseNorm = workspace.allocate(1, 1);
        this.spread = backend.view(scratch.spread(), 0, weight.rows(), weight.cols());
        this.flatSpread = backend.view(scratch.spread(), 0, 1, weight.size());
        this.product = backend.view(scratch.product(), 0, weight.rows(), weight.cols());
        this.ones = backend.view(scratch.ones(), 0, 1, weight.size());
    }

    /** u and 1/σ from v and W, then W/σ. */
    void normalise() {
        backend.matmul(false, v, true, weight, Store.OVERWRITE, uScaled);
        invertNorm(uScaled);
        times(inverseNorm, uScaled, u);
        spreadOver(inverseNorm);
        backend.multiply(spread, weight, normalised);
    }

    /** v = u W/‖u W‖. */
    void turn() {
        backend.matmul(false, u, false, weight, Store.OVERWRITE, turned);
        invertNorm(turned);
        times(inverseNorm, turned, v);
    }

    void backward(Tensor gradient) {
        backend.multiply(gradient, normalised, product);
        backend.sum(product, Store.OVERWRITE, scratch.reduction(), scratch.sum());
        times(scratch.sum(), u, uScaled);
        backend.scale(-1, uScaled, uScaled);
        backend.matmul(true, uScaled, false, v, Store.ADD, gradient);
        spreadOver(inverseNorm);
        backend.multiply(spread, gradient, product);
        backend.copy(product, gradient);
    }

    private void invertNorm(Tensor row) {
        backend.rowSumOfSquares(row, scratch.square());
        scratch.roots().compute(scratch.square(), inverseNorm);
    }

    /** A row times a number that lies on the backend. */
    private void times(Tensor factor, Tensor row, Tensor out) {
        backend.matmul(false, factor, false, row, Store.OVERWRITE, out);
    }

    private void spreadOver(Tensor factor) {
        backend.matmul(false, factor, false, ones, Store.OVERWRITE, flatSpread);
    }
}
