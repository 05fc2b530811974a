package joust.nn;

import java.util.List;

/**
 * Momentum (Polyak 1964): {@code a = fma(momentum, a, g), p = fma(-learningRate, a, p)}; Nesterov's form (Sutskever et al.
 * 2013): {@code p = fma(-learningRate, fma(momentum, a, g), p)}.
 *
 * @param momentum in [0, 1)
 * @param nesterov whether to use Nesterov's form
 */
public record Momentum(double momentum, boolean nesterov) implements Optimizer {
    /**
     * Checks the momentum.
     *
     * @throws IllegalArgumentException if it is not in [0, 1)
     */
    public Momentum {
        Ranges.checkFraction("momentum", momentum);
    }

    @Override
    public List<String> stateNames() {
        return List.of("momentum");
    }

    @Override
    public void update(OptimizerState state, double learningRate, long step) {
        update(state, learningRate, momentum);
    }

    /** An update with a momentum of its own. */
    void update(OptimizerState state, double learningRate, double momentum) {
        if (nesterov) {
            state.backend().nesterov(learningRate, momentum, state.gradients(), state.tensor(0), state.values());
        } else {
            state.backend().momentum(learningRate, momentum, state.gradients(), state.tensor(0), state.values());
        }
    }
}
