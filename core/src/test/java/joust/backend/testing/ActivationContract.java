package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.Activations}. */
abstract class ActivationContract extends ContractGroup {
    @Test
    void activationsAgreeWithTheOraclesAtOrdinaryAndSpecialNumbers() {
        subject().hold(ActivationCases.forward(sizes()));
    }

    @Test
    void gradientsAreTakenFromTheOutput() {
        subject().hold(ActivationCases.backward(sizes()));
    }

    @Test
    void secondDerivativesAreTakenFromTheOutput() {
        subject().hold(ActivationCases.second(sizes()));
    }
}
