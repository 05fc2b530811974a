package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.Optimizers}. */
abstract class OptimizerContract extends ContractGroup {
    @Test
    void descentWithAndWithoutMomentumAgreesWithTheOracles() {
        subject().hold(OptimizerCases.gradientDescent(sizes()));
    }

    @Test
    void adaptiveOptimizersAgreeWithTheOracles() {
        subject().hold(OptimizerCases.adaptive(sizes()));
    }

    @Test
    void decaysAndClippingAgreeWithTheOracles() {
        subject().hold(OptimizerCases.decays(sizes()));
    }

    @Test
    void movingAveragesAgreeWithTheOracles() {
        subject().hold(OptimizerCases.averages(sizes()));
    }

    @Test
    void theGapsOfAnArenaStayPositiveZero() {
        subject().hold(OptimizerCases.gaps());
    }
}
