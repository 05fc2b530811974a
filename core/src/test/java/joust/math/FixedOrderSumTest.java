package joust.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedOrderSumTest {
    private static final int MARGIN = 5;

    private final FixedOrderSum fixedOrder = new FixedOrderSum();

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 127, 128, 129, 1000, 4095, 4096, 4097, 4160, 8192, 8193, 262_144,
                262_145, 300_007
            })
    void sumsFollowTheRuleBitForBit(int count) {
        float[] x = values(count);
        float[] terms = Arrays.copyOfRange(x, MARGIN, MARGIN + count);
        assertThat(fixedOrder.sum(x, MARGIN, count)).isEqualTo(byTheRule(terms, false));
        assertThat(fixedOrder.sumOfSquares(x, MARGIN, count)).isEqualTo(byTheRule(terms, true));
    }

    @Test
    @Tag("slow")
    void blocksOfBlocksFollowTheRuleToo() {
        int count = 4096 * 4096 + 4096 + 1;
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (i % 1009) * 0.37f;
        }
        assertThat(fixedOrder.sum(x, 0, count)).isEqualTo(byTheRule(x, false));
    }

    /** Every element passes at most 64 + 6 roundings at each of two levels. */
    @Test
    void sumsAreCloseToThoseInDouble() {
        int count = 100_000;
        float[] x = values(count);
        double sum = 0;
        double magnitudes = 0;
        double squares = 0;
        for (int i = MARGIN; i < MARGIN + count; i++) {
            sum += x[i];
            magnitudes += Math.abs(x[i]);
            squares += (double) x[i] * x[i];
        }
        double bound = 140 * 0x1p-24;
        assertThat((double) fixedOrder.sum(x, MARGIN, count)).isCloseTo(sum, within(bound * magnitudes));
        assertThat((double) fixedOrder.sumOfSquares(x, MARGIN, count)).isCloseTo(squares, within(bound * squares));
    }

    @Test
    void nothingAndNegativeZerosSumToPositiveZero() {
        assertThat(Float.floatToIntBits(fixedOrder.sum(new float[0], 0, 0))).isZero();
        assertThat(Float.floatToIntBits(fixedOrder.sum(new float[] {-0f, -0f}, 0, 2)))
                .isZero();
    }

    @Test
    void nanAndInfinityReachTheSum() {
        float[] x = new float[5000];
        x[4999] = Float.NEGATIVE_INFINITY;
        assertThat(fixedOrder.sum(x, 0, 5000)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(fixedOrder.sumOfSquares(x, 0, 5000)).isEqualTo(Float.POSITIVE_INFINITY);
        x[17] = Float.NaN;
        assertThat(fixedOrder.sum(x, 0, 5000)).isNaN();
        assertThat(fixedOrder.sum(x, 18, 100)).as("a sum after one of NaN").isZero();
    }

    @Test
    void rangesOutsideTheArrayAreRefused() {
        float[] x = new float[10];
        assertThatThrownBy(() -> fixedOrder.sum(x, 5, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> fixedOrder.sumOfSquares(x, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static float byTheRule(float[] x, boolean squares) {
        if (x.length <= 4096) {
            float[] a = new float[64];
            for (int i = 0; i < x.length; i++) {
                a[i % 64] = squares ? FusedArithmetic.fma(x[i], x[i], a[i % 64]) : a[i % 64] + x[i];
            }
            for (int h = 32; h >= 1; h /= 2) {
                for (int l = 0; l < h; l++) {
                    a[l] += a[l + h];
                }
            }
            return a[0];
        }
        float[] sums = new float[(x.length + 4095) / 4096];
        for (int block = 0; block < sums.length; block++) {
            int start = 4096 * block;
            sums[block] = byTheRule(Arrays.copyOfRange(x, start, Math.min(start + 4096, x.length)), squares);
        }
        return byTheRule(sums, false);
    }

    /** Normal values between margins of NaN. */
    private static float[] values(int count) {
        float[] x = new float[count + 2 * MARGIN];
        Arrays.fill(x, Float.NaN);
        RandomFill.normal(11, 1, 0, 0.1f, 1f, x, MARGIN, count);
        return x;
    }
}
