package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import joust.math.FusedArithmetic;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What lies beyond the kernels' limits takes another path, and a kernel called for it refuses. */
class KernelLimitsTest {
    private static final float[] NONE = {};

    private static Product product(int m, int k, int aOffset, int lda) {
        return new Product().size(m, 16, k).a(NONE, aOffset, lda, false).b(NONE, 0, 16, false);
    }

    @Test
    void reachesRowsUpToTheLastOffset() {
        int offset = KernelLimits.OFFSET - 8 * 20;
        assertThat(KernelLimits.reach(product(8, 20, offset - 1, 20))).isTrue();
        assertThat(KernelLimits.reach(product(8, 20, offset, 20))).isFalse();
    }

    @Test
    void reachesTheOtherOperandsLikewise() {
        int offset = KernelLimits.OFFSET - 20 * 16;
        assertThat(KernelLimits.reach(product(8, 20, 0, 20).b(NONE, offset - 1, 16, false)))
                .isTrue();
        assertThat(KernelLimits.reach(product(8, 20, 0, 20).b(NONE, offset, 16, false)))
                .isFalse();
        assertThat(KernelLimits.reach(product(20, 8, 0, 8).c(NONE, offset - 1, 16, false)))
                .isTrue();
        assertThat(KernelLimits.reach(product(20, 8, 0, 8).c(NONE, offset, 16, false)))
                .isFalse();
    }

    @Test
    void doesNotReachRowsFarApart() {
        assertThat(KernelLimits.reach(product(8, 20, 0, KernelLimits.STRIDE - 1)))
                .isTrue();
        assertThat(KernelLimits.reach(product(8, 20, 0, KernelLimits.STRIDE))).isFalse();
        assertThat(KernelLimits.reach(product(128, 20, 0, KernelLimits.STRIDE - 1)))
                .isFalse();
    }

    @Test
    void doesNotReachTooManySteps() {
        assertThat(KernelLimits.reach(product(1, KernelLimits.DEPTH, 0, KernelLimits.STRIDE - 1)))
                .isFalse();
    }

    @Test
    void whatIsOutOfReachIsPacked() {
        assertThat(WideDirectProduct.takes(product(8, 20, 0, 20), 8, 16))
                .isEqualTo(Blocks.WIDE && FusedArithmetic.FUSED);
        assertThat(WideDirectProduct.takes(product(8, 20, KernelLimits.OFFSET, 20), 8, 16))
                .isFalse();
    }

    @Test
    void longRowsOutOfReachAreNotStreamed() {
        Product row = product(1, 20, 0, 20);
        int columns = DirectProduct.STREAM_COLUMNS;
        assertThat(DirectProduct.isLong(row, 0, columns, 0, columns)).isEqualTo(FusedArithmetic.FUSED);
        assertThat(DirectProduct.isLong(row, 0, columns, 0, columns - 1)).isFalse();
        assertThat(DirectProduct.isLong(row, KernelLimits.OFFSET - 20 * columns, columns, 0, columns))
                .isFalse();
        assertThat(DirectProduct.isLong(row, 0, columns, KernelLimits.OFFSET - columns, columns))
                .isFalse();
        assertThat(DirectProduct.isLong(row, 0, KernelLimits.STRIDE, 0, columns))
                .isFalse();
    }

    @Test
    void keepsNoPanelsOutOfReach() {
        assertThat(new Product().size(64, 40_000, 40_000).isWorthKeeping()).isTrue();
        assertThat(new Product().size(64, 50_000, 50_000).isWorthKeeping()).isFalse();
    }

    @Test
    void kernelsRefuseWhatIsOutOfReach() {
        refuses(
                KernelLimits.OFFSET,
                () -> SixteenRowDirectKernel.oneVector(NONE, KernelLimits.OFFSET, 1, NONE, 0, 1, 1, false, NONE, 0, 1));
        refuses(
                KernelLimits.STRIDE,
                () -> EightRowDirectKernel.threeVectors(
                        NONE, 0, KernelLimits.STRIDE, NONE, 0, 1, 1, false, NONE, 0, 1));
        refuses(
                KernelLimits.STRIDE,
                () -> EightRowDirectKernel.threeVectors(
                        NONE, 0, 1, NONE, 0, KernelLimits.STRIDE, 1, false, NONE, 0, 1));
        refuses(
                KernelLimits.OFFSET,
                () -> SixRowDirectKernel.fourVectors(NONE, 0, 1, NONE, 0, 1, 1, false, NONE, KernelLimits.OFFSET, 1));
        refuses(KernelLimits.OFFSET, () -> SquareWeightsKernel.narrow(NONE, 0, NONE, KernelLimits.OFFSET, NONE, 0));
        refuses(
                KernelLimits.DEPTH,
                () -> SixRowDirectKernel.fourVectors(NONE, 0, 1, NONE, 0, 1, KernelLimits.DEPTH, false, NONE, 0, 1));
        refuses(
                KernelLimits.PANEL_DEPTH,
                () -> WideMicroKernel.fourteen(NONE, 0, NONE, 0, KernelLimits.PANEL_DEPTH, false, NONE, 0, 1));
        refuses(
                KernelLimits.PANEL_OFFSET,
                () -> RowMicroKernel.six(NONE, 0, NONE, KernelLimits.PANEL_OFFSET, 4, false, NONE, 0, 1));
        refuses(
                KernelLimits.OFFSET,
                () -> StreamKernel.eightSteps(NONE, 0, 1, NONE, KernelLimits.OFFSET, 1, NONE, 0, 16));
    }

    /** By its own check, not where an element is missing. */
    private static void refuses(int limit, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("Index " + limit + " out of bounds for length " + limit);
    }
}
