package joust.nn;

import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * {@code 1 / √(x + ε)}, ε = 2⁻⁴¹, of a column of numbers. The only root in the contract is that of {@link
 * joust.backend.Optimizers#rmsProp}, so one step of that rule computes it: with ρ = ½, a mean square of 2x and gradients of 2⁻²⁰,
 * {@code v = fma(½, 2x, 2⁻⁴¹)} and the step is {@code 2⁻²⁰ / √v}; the factors are powers of two, so the root and the division
 * round once each. The ε keeps the result and its derivative finite at x = 0.
 */
final class InverseRoots {
    private static final float GRADIENT = 0x1p-20f;

    /** Far below half a unit in the last place of √v, which is at least 2⁻²⁰·⁵: it is lost in the addition. */
    private static final double NO_EPSILON = 1e-30;

    private final Backend backend;
    private final Tensor gradient;
    private final Tensor meanSquare;

    InverseRoots(Workspace workspace, Backend backend, int rows) {
        this.backend = backend;
        this.gradient = workspace.allocate(rows, 1);
        this.meanSquare = workspace.allocate(rows, 1);
        backend.fill(gradient, GRADIENT);
    }

    /**
     * Computes them.
     *
     * @param x at least 0, {@code rows x 1}
     * @param out {@code rows x 1}
     */
    void compute(Tensor x, Tensor out) {
        backend.scale(2, x, meanSquare);
        backend.fill(out, 0);
        backend.rmsProp(1, 0.5, NO_EPSILON, gradient, meanSquare, out);
        backend.scale(-1 / GRADIENT, out, out);
    }
}
