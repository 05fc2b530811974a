package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import joust.backend.Backend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Every test of the contract fails for a backend that breaks what it is named for. */
class BackendContractTest {
    /** A contract in small sizes for a backend that is spoiled. */
    abstract static class Small extends BackendContract {
        @Override
        protected final ContractSizes sizes() {
            return new ContractSizes(4, 3, 8, 32, 301);
        }
    }

    static final class Idle extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.idle();
        }
    }

    static final class Nameless extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.nameless();
        }
    }

    static final class WithDirtyAllocations extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withDirtyAllocations();
        }
    }

    static final class WithOneNaN extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withOneNaN();
        }
    }

    static final class WithLateUploads extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withLateUploads();
        }
    }

    static final class WithLongDownloads extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withLongDownloads();
        }
    }

    static final class WithViewsOfRoots extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withViewsOfRoots();
        }
    }

    static final class WithRandomSeeds extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withRandomSeeds();
        }
    }

    static final class WithWeightsPackedOnce extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withPackedWeights(
                    weights -> List.of(weights.root(), weights.offset(), weights.shape()));
        }
    }

    static final class WithWeightsPackedByPlace extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withPackedWeights(
                    weights -> List.of(weights.root(), weights.offset(), weights.version()));
        }
    }

    static final class WithWeightsPackedByVersion extends Small {
        @Override
        protected Backend open() {
            return BrokenBackends.withPackedWeights(weights -> List.of(weights.shape(), weights.version()));
        }
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments(Nameless.class, "tellsItsNameItsDeviceAndItsThreads"),
                arguments(WithDirtyAllocations.class, "aNewTensorHoldsPositiveZeroEvenWhereAnotherWasFreed"),
                arguments(WithOneNaN.class, "floatsGoThereAndBackBitForBit"),
                arguments(WithLateUploads.class, "anUploadHasCopiedTheArrayWhenItReturns"),
                arguments(WithLongDownloads.class, "anUploadReadsAndADownloadWritesOnlyItsPartOfTheArray"),
                arguments(WithViewsOfRoots.class, "aViewIsARangeOfItsRootInAnyShape"),
                arguments(WithRandomSeeds.class, "aRunOfManyOperationsGivesTheSameBitsTwice"),
                arguments(WithWeightsPackedOnce.class, "aLayerSeesEveryWriteToItsWeights"),
                arguments(WithWeightsPackedByPlace.class, "weightsOfAnotherShapeOrPlaceInTheSameArenaAreOtherWeights"),
                arguments(
                        WithWeightsPackedByVersion.class,
                        "weightsInATensorAllocatedAfterAnotherWasClosedAreOtherWeights"));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsFoundByItsTest(Class<?> contract, String test) {
        assertThat(partsAboutStorage(contract).failed()).containsKey(test);
    }

    /** What an idle backend passes is what {@link #breaches()} names. */
    @Test
    void everyOtherTestFailsWhereNothingIsComputed() {
        TestRun run = TestRun.of(DiscoverySelectors.selectClass(Idle.class));
        Set<String> breached = new TreeSet<>();
        breaches().forEach(arguments -> breached.add((String) arguments.get()[1]));
        assertThat(run.failed()).hasSizeGreaterThan(30);
        assertThat(breached).containsAll(run.passed());
    }

    private static TestRun partsAboutStorage(Class<?> contract) {
        return TestRun.of(
                DiscoverySelectors.selectMethod(contract, "tellsItsNameItsDeviceAndItsThreads"),
                DiscoverySelectors.selectNestedClass(List.of(contract), BackendContract.Transfers.class),
                DiscoverySelectors.selectNestedClass(List.of(contract), BackendContract.Weights.class));
    }
}
