package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Arithmetic;
import joust.backend.Backend;
import joust.backend.Backends;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** The comparison of two backends passes for equal ones, and each of its tests fails for different ones. */
class BitContractTest {
    /** Compares a backend with the scalar one, in small sizes. */
    abstract static class Small extends BitContract {
        @Override
        protected final Backend openYardstick() {
            return Backends.open("scalar");
        }

        @Override
        protected final ContractSizes sizes() {
            return new ContractSizes(4, 3, 8, 32, 301);
        }
    }

    static final class Equal extends Small {
        @Override
        protected Backend openCandidate() {
            return Backends.open("scalar");
        }
    }

    static final class OneUnitOff extends Small {
        @Override
        protected Backend openCandidate() {
            return new Sabotage("matmul", Sabotages::oneUnitInTheLastPlace, Arithmetic.TOLERANCE)
                    .of(Backends.open("scalar"));
        }
    }

    static final class OtherDraws extends Small {
        @Override
        protected Backend openCandidate() {
            return BrokenBackends.withRandomSeeds();
        }
    }

    @Test
    void equalBackendsPass() {
        TestRun run = TestRun.of(DiscoverySelectors.selectClass(Equal.class));
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).hasSize(5);
    }

    @Test
    void productsThatAreOneUnitOffAreFound() {
        TestRun run = TestRun.of(DiscoverySelectors.selectClass(OneUnitOff.class));
        assertThat(run.failed())
                .containsOnlyKeys(
                        "bothRoundAlike",
                        "everyOperationGivesTheBitsOfTheYardstick",
                        "theLargestLayersGiveTheBitsOfTheYardstick",
                        "defaultsOnTheCandidateGiveTheBitsOfTheYardsticksOverrides");
        assertThat(run.failed().get("theLargestLayersGiveTheBitsOfTheYardstick"))
                .contains("18 of 18 cases fail")
                .contains("matmul (NN OVERWRITE 128x100 . 100x256, NUMBERS), SHARED_ROOT, on scalar")
                .contains("against scalar, 'out' 128x256 differs in 1 of 32768 elements:\n    [127,255] expected");
    }

    @Test
    void aRunThatDrawsOtherNumbersIsFound() {
        TestRun run = TestRun.of(DiscoverySelectors.selectClass(OtherDraws.class));
        assertThat(run.failed())
                .containsOnlyKeys("everyOperationGivesTheBitsOfTheYardstick", "aTrainingRunGivesTheBitsOfTheYardstick");
    }
}
