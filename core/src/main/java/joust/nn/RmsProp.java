package joust.nn;

import java.util.List;

/**
 * RMSProp (Hinton 2012, lecture 6): {@code v = fma(rho, v, ((1-rho)*g)*g), p = fma(-learningRate, g/(sqrt(v)+epsilon), p)}.
 *
 * @param rho the share of the mean square that stays, in [0, 1)
 * @param epsilon above 0
 */
public record RmsProp(double rho, double epsilon) implements Optimizer {
    /**
     * Checks the constants.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public RmsProp {
        Ranges.checkFraction("rho", rho);
        Ranges.checkEpsilon(epsilon);
    }

    @Override
    public List<String> stateNames() {
        return List.of("meanSquare");
    }

    @Override
    public void update(OptimizerState state, double learningRate, long step) {
        state.backend().rmsProp(learningRate, rho, epsilon, state.gradients(), state.tensor(0), state.values());
    }
}
