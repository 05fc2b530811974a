package joust.nn;

import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2): first {@code p = fma(-learningRate *
 * weightDecay, p, p)} for all parameters, biases too, then {@link Adam}.
 *
 * @param beta1 the share of the first moment that stays, in [0, 1)
 * @param beta2 the share of the second moment that stays, in [0, 1)
 * @param epsilon above 0
 * @param weightDecay finite and at least 0
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {
    /**
     * Checks the constants.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public AdamW {
        Ranges.checkFraction("beta1", beta1);
        Ranges.checkFraction("beta2", beta2);
        Ranges.checkEpsilon(epsilon);
        Ranges.checkNotNegative("weightDecay", weightDecay);
    }

    @Override
    public List<String> stateNames() {
        return List.of("firstMoment", "secondMoment");
    }

    @Override
    public void update(OptimizerState state, double learningRate, long step) {
        state.backend()
                .adamW(
                        learningRate * weightDecay,
                        Adam.stepSize(learningRate, beta1, beta2, step),
                        beta1,
                        beta2,
                        epsilon,
                        state.gradients(),
                        state.tensor(0),
                        state.tensor(1),
                        state.values());
    }
}
