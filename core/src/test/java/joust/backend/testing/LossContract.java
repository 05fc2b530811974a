package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.Losses}. */
abstract class LossContract extends ContractGroup {
    @Test
    void adversarialLossesOfEverySideAgreeWithTheOracles() {
        subject().hold(LossCases.adversarial(sizes()));
    }

    @Test
    void twoClassCrossEntropyAgreesWithTheOracles() {
        subject().hold(LossCases.twoClass(sizes()));
    }

    @Test
    void softmaxCrossEntropyAgreesWithTheOraclesAndKnowsLabelsThatAreNoClass() {
        subject().hold(LossCases.softmax(sizes()));
    }

    @Test
    void squaredErrorAgreesWithTheOracles() {
        subject().hold(LossCases.squaredError(sizes()));
    }
}
