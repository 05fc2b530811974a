package joust.simd;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KernelLimitsTest {
    private static final float[] NONE = {};

    private static Product product(int m, int k, int aOffset, int lda) {
        return new Product().size(m, 16, k).a(NONE, aOffset, lda, false).b(NONE, 0, 16, false);
    }

    @Test
    void reachesRowsUpToTheLastOffset() {
        int offset = KernelLimits.OFFSET - 8 * 20;
        assertTrue(KernelLimits.reach(product(8, 20, offset - 1, 20)));
        assertFalse(KernelLimits.reach(product(8, 20, offset, 20)));
    }

    @Test
    void doesNotReachRowsFarApart() {
        assertTrue(KernelLimits.reach(product(8, 20, 0, KernelLimits.STRIDE - 1)));
        assertFalse(KernelLimits.reach(product(8, 20, 0, KernelLimits.STRIDE)));
        assertFalse(KernelLimits.reach(product(128, 20, 0, KernelLimits.STRIDE - 1)));
    }

    @Test
    void doesNotReachTooManySteps() {
        assertFalse(KernelLimits.reach(product(1, KernelLimits.DEPTH, 0, KernelLimits.STRIDE - 1)));
    }

    @Test
    void whatIsOutOfReachIsPacked() {
        assertFalse(WideDirectProduct.takes(product(8, 20, KernelLimits.OFFSET, 20), 8, 16));
    }

    @Test
    void keepsNoPanelsOutOfReach() {
        assertTrue(new Product().size(64, 40_000, 40_000).isWorthKeeping());
        assertFalse(new Product().size(64, 50_000, 50_000).isWorthKeeping());
    }

    @Test
    void kernelsRefuseWhatIsOutOfReach() {
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> SixteenRowDirectKernel.oneVector(NONE, KernelLimits.OFFSET, 1, NONE, 0, 1, 1, false, NONE, 0, 1));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> WideMicroKernel.fourteen(NONE, 0, NONE, 0, KernelLimits.PANEL_DEPTH, false, NONE, 0, 1));
    }
}
