package joust.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignMasksTest {
    @Test
    void masksAreComparisonsForEveryExponentAndBothEndsOfEachMantissa() {
        for (int high = 0; high < 0x10000; high++) {
            for (int low : new int[] {0, 1, 0xffff}) {
                float d = Float.intBitsToFloat(high << 16 | low);
                assertThat(SignMasks.positive(d)).isEqualTo(d > 0 ? -1 : 0);
                assertThat(SignMasks.notNegative(d)).isEqualTo(d >= 0 ? -1 : 0);
            }
        }
    }

    @Test
    void selectionTakesTheFirstWhereTheMaskHasOnes() {
        assertThat(SignMasks.select(-1, 2f, -3f)).isEqualTo(2f);
        assertThat(SignMasks.select(0, 2f, -3f)).isEqualTo(-3f);
        assertThat(Float.floatToRawIntBits(SignMasks.zeroWhere(-1, -3f))).isZero();
        assertThat(SignMasks.zeroWhere(0, -3f)).isEqualTo(-3f);
    }
}
