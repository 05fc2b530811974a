package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Backend;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two backends compute the same bits over all operations; NaNs agree in position, not in payload. A subclass names the two;
 * both are closed after its last test.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BitContract {
    private @Nullable Backend candidate;
    private @Nullable Backend yardstick;

    /** For subclasses in other modules. */
    protected BitContract() {}

    /** Opens the backend under test. */
    protected abstract Backend openCandidate();

    /** Opens the backend it is compared with, usually the scalar one. */
    protected abstract Backend openYardstick();

    /** Where the candidate's kernels change paths. */
    protected ContractSizes sizes() {
        return ContractSizes.PLAIN;
    }

    @BeforeAll
    final void openBackends() {
        candidate = openCandidate();
        yardstick = openYardstick();
    }

    @AfterAll
    final void closeBackends() {
        if (candidate != null) {
            candidate.close();
        }
        if (yardstick != null) {
            yardstick.close();
        }
    }

    @Test
    void bothRoundAlike() {
        assertThat(candidate().arithmetic()).isEqualTo(yardstick().arithmetic());
    }

    @Test
    void everyOperationGivesTheBitsOfTheYardstick() {
        BitComparison.compare(Catalogue.all(sizes()), candidate(), yardstick());
    }

    @Test
    void theLargestLayersGiveTheBitsOfTheYardstick() {
        BitComparison.compare(DenseCases.layersOfNetworks(), candidate(), yardstick());
    }

    @Test
    void defaultsOnTheCandidateGiveTheBitsOfTheYardsticksOverrides() {
        BitComparison.compare(Catalogue.fused(sizes()), ComposedBackend.of(candidate()), yardstick());
    }

    @Test
    void aTrainingRunGivesTheBitsOfTheYardstick() {
        float[] expected = TrainingSequence.run(yardstick());
        float[] actual = TrainingSequence.run(candidate());
        Operand parameters = Operand.holding("parameters and loss", Role.UPDATE, 1, expected.length, expected);
        assertThat(Comparison.ofBits(parameters, expected, actual)).isNull();
    }

    private Backend candidate() {
        return opened(candidate);
    }

    private Backend yardstick() {
        return opened(yardstick);
    }

    private static Backend opened(@Nullable Backend backend) {
        if (backend == null) {
            throw new IllegalStateException("the backend has not been opened");
        }
        return backend;
    }
}
