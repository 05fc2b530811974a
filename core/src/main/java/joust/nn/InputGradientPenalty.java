package joust.nn;

import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * A penalty on the gradient of a network's one output with respect to its input, and the penalty's own gradient with respect to the
 * weights: second derivatives, exact, by hand. With g the gradient of the output with respect to a row x of the input:
 *
 * <ul>
 *   <li>{@link Kind#ZERO}: {@code weight/2 · mean ‖g‖²}, R1 (Mescheder et al. 2018, eq. 9);
 *   <li>{@link Kind#ONE}: {@code weight · mean (n - 1)²}, n² = ‖g‖² + 2⁻⁴¹ (WGAN-GP; Gulrajani et al. 2017, eq. 3).
 * </ul>
 *
 * <p>With z = y₋ W + b and y = f(z) per layer, the input's gradient is a pass downwards: h₋ = γ Wᵀ and γ₋ = h₋ ⊙ f₋′, from γ = f′ at
 * the output. Its derivative is a pass upwards, from v = ∂penalty/∂g: u = v₋ W, v = u ⊙ f′, where each layer's weight receives
 * v₋ᵀ γ; then, where f is curved, one more pass downwards with u ⊙ h ⊙ f″ added at each layer's z. Networks of piecewise linear
 * layers need no such pass. Everything is made of operations of the contract, so all backends give the same bits.
 */
public final class InputGradientPenalty {
    /** Which size of the gradient costs nothing. */
    public enum Kind {
        /** Size 0. */
        ZERO,
        /** Size 1. */
        ONE
    }

    private final Backend backend;
    private final Kind kind;
    private final Dense[] layers;
    private final PenaltyTensors t;
    private final float headScale;
    private final float rowWeight;
    private final double weight;
    private final float[] squares;

    /**
     * Prepares penalties for batches of one size, with all that they need in a workspace, which closes it.
     *
     * @param network with one output and no clamp; stays the caller's to close
     * @param rows of a batch
     * @param weight at least 0
     * @throws IllegalArgumentException if the network has more outputs or a clamp
     */
    public InputGradientPenalty(Workspace workspace, Mlp network, int rows, Kind kind, double weight) {
        if (network.shape().outputs() != 1 || network.head().clamps()) {
            throw new IllegalArgumentException("penalty: a network with "
                    + network.shape().outputs() + " outputs" + (network.head().clamps() ? " and a clamp" : "")
                    + ", expected one output without a clamp");
        }
        this.backend = network.backend();
        this.kind = kind;
        this.layers = network.layers().toArray(Dense[]::new);
        this.t = new PenaltyTensors(workspace, backend, layers, rows);
        this.headScale = network.head().scale();
        this.weight = weight;
        this.rowWeight = (float) ((kind == Kind.ZERO ? weight : 2 * weight) / rows);
        this.squares = new float[rows];
    }

    /**
     * Adds the penalty's gradient to the network's parameter gradients.
     *
     * @param x a batch
     * @param pass the pass that has taken this batch forward, with parameters as they are
     */
    public void addGradients(Tensor x, Pass pass) {
        inputGradient(pass);
        backend.rowSumOfSquares(t.inputGradient, t.squares);
        direction();
        boolean curved = upwards(pass);
        if (curved) {
            downwards(x, pass);
        }
    }

    /** Waits, then gives the penalty of the last batch. */
    public double value() {
        backend.download(t.squares, squares, 0);
        double sum = 0;
        for (float square : squares) {
            double distance = Math.sqrt(square + 0x1p-41) - 1;
            sum += kind == Kind.ZERO ? square / 2.0 : distance * distance;
        }
        return weight * sum / squares.length;
    }

    /** γ and h of every layer, and the gradient of the input. */
    private void inputGradient(Pass pass) {
        int last = layers.length - 1;
        backend.fill(t.h[last], headScale);
        backend.activateBackward(layers[last].activation(), pass.y(last), t.h[last], t.gamma[last]);
        for (int i = last; i > 0; i--) {
            backend.matmul(false, t.gamma[i], true, layers[i].weight(), Store.OVERWRITE, t.h[i - 1]);
            backend.activateBackward(layers[i - 1].activation(), pass.y(i - 1), t.h[i - 1], t.gamma[i - 1]);
        }
        backend.matmul(false, t.gamma[0], true, layers[0].weight(), Store.OVERWRITE, t.inputGradient);
    }

    /** v below the first layer: the penalty's derivative with respect to the input's gradient. */
    private void direction() {
        if (kind == Kind.ZERO) {
            backend.scale(rowWeight, t.inputGradient, t.direction);
            return;
        }
        t.roots.compute(t.squares, t.inverseNorms);
        backend.fill(t.factors, rowWeight);
        backend.addScaled(-rowWeight, t.inverseNorms, t.factors);
        backend.matmul(false, t.factors, false, t.ones, Store.OVERWRITE, t.spread);
        backend.multiply(t.spread, t.inputGradient, t.direction);
    }

    /** Adds v₋ᵀ γ to each weight's gradient; leaves u ⊙ h ⊙ f″ of the curved layers, and tells whether there are any. */
    private boolean upwards(Pass pass) {
        Tensor below = t.direction;
        boolean curved = false;
        for (int i = 0; i < layers.length; i++) {
            Activation f = layers[i].activation();
            backend.matmul(true, below, false, t.gamma[i], Store.ADD, layers[i].weightGradient());
            backend.matmul(false, below, false, layers[i].weight(), Store.OVERWRITE, t.u[i]);
            if (isCurved(f)) {
                curved = true;
                backend.multiply(t.u[i], t.h[i], t.bend[i]);
                backend.activateSecondDerivative(f, pass.y(i), t.bend[i], t.bend[i]);
            }
            backend.activateBackward(f, pass.y(i), t.u[i], t.u[i]);
            below = t.u[i];
        }
        return curved;
    }

    /** The gradients that come through the activations' own change. */
    private void downwards(Tensor x, Pass pass) {
        boolean begun = false;
        for (int i = layers.length - 1; i >= 0; i--) {
            if (begun) {
                layers[i + 1].backwardInput(t.gamma[i + 1], layers[i].activation(), pass.y(i), t.gamma[i]);
            }
            if (isCurved(layers[i].activation())) {
                if (begun) {
                    backend.addScaled(1, t.bend[i], t.gamma[i]);
                } else {
                    backend.copy(t.bend[i], t.gamma[i]);
                }
                begun = true;
            }
            if (begun) {
                layers[i].backwardWeights(i == 0 ? x : pass.y(i - 1), t.gamma[i], Store.ADD);
            }
        }
    }

    private static boolean isCurved(Activation activation) {
        return activation.kind() == Activation.Kind.SIGMOID || activation.kind() == Activation.Kind.TANH;
    }
}
