package joust.nn;

import java.util.List;

/** Gradient descent: {@code p = fma(-learningRate, g, p)}. */
public record Sgd() implements Optimizer {
    @Override
    public List<String> stateNames() {
        return List.of();
    }

    @Override
    public void update(OptimizerState state, double learningRate, long step) {
        state.backend().sgd(learningRate, state.gradients(), state.values());
    }
}
