package joust.nn;

import java.util.List;
import joust.math.IntegerPower;

/**
 * Adam (Kingma and Ba 2014, the form at the end of section 2, which is that of Keras): with m and v the running means of g
 * and g², and t the step, {@code p = fma(-a, m/(sqrt(v)+epsilon), p)}, {@code a = learningRate √(1-beta2ᵗ)/(1-beta1ᵗ)} taken
 * in double.
 *
 * @param beta1 the share of m that stays, in [0, 1)
 * @param beta2 the share of v that stays, in [0, 1)
 * @param epsilon above 0
 */
public record Adam(double beta1, double beta2, double epsilon) implements Optimizer {
    /**
     * Checks the constants.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Adam {
        Ranges.checkFraction("beta1", beta1);
        Ranges.checkFraction("beta2", beta2);
        Ranges.checkEpsilon(epsilon);
    }

    @Override
    public List<String> stateNames() {
        return List.of("firstMoment", "secondMoment");
    }

    @Override
    public void update(OptimizerState state, double learningRate, long step) {
        double stepSize = stepSize(learningRate, beta1, beta2, step);
        state.backend()
                .adam(
                        stepSize,
                        beta1,
                        beta2,
                        epsilon,
                        state.gradients(),
                        state.tensor(0),
                        state.tensor(1),
                        state.values());
    }

    /** The learning rate with the bias correction of step t. */
    static double stepSize(double learningRate, double beta1, double beta2, long step) {
        double second = StrictMath.sqrt(1 - IntegerPower.of(beta2, step));
        return learningRate * second / (1 - IntegerPower.of(beta1, step));
    }
}
