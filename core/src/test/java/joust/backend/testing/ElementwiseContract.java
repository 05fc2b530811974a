package joust.backend.testing;

import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.ElementwiseOperations}. */
abstract class ElementwiseContract extends ContractGroup {
    @Test
    void scalingRoundsOnce() {
        subject().hold(ElementwiseCases.scales(sizes()));
    }

    @Test
    void addingScaledRoundsOnce() {
        subject().hold(ElementwiseCases.scaledSums(sizes()));
    }

    @Test
    void multiplyingRoundsOnce() {
        subject().hold(ElementwiseCases.products(sizes()));
    }

    @Test
    void clampingActsBeyondTheBoundsOnlyAndStopsTheGradientThere() {
        subject().hold(ElementwiseCases.clamps(sizes()));
    }
}
