package joust.backend.testing;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link joust.backend.Reductions}. */
abstract class ReductionContract extends ContractGroup {
    @Test
    void sumsAgreeWithTheOracles() {
        subject().hold(ReductionCases.sums(sizes()));
    }

    @Test
    void sumsOfSquaresAgreeWithTheOracles() {
        subject().hold(ReductionCases.sumsOfSquares(sizes()));
    }

    @Test
    void countsAboveAThresholdAreExact() {
        subject().hold(ReductionCases.counts(sizes()));
    }

    @Test
    void columnsAreSummedInChains() {
        subject().hold(ReductionCases.columnSums(sizes()));
    }

    @Test
    void squaresAreSummedRowByRow() {
        subject().hold(ReductionCases.rowSums(sizes()));
    }

    /** 64 MiB in each of a few arrays: once, and in one placement. */
    @Test
    void moreNumbersThanTwoLevelsOfBlocksHoldAreSummed() {
        subject().holdInPlace(List.of(ReductionCases.largestSum()), Placement.WHOLE_ROOTS);
    }
}
