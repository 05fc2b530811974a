package joust.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenormalsTest {
    @ParameterizedTest
    @ValueSource(floats = {0f, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, 0x1.fffffcp-127f, -0x1.fffffcp-127f})
    void whatIsNotNormalBecomesPlusZero(float x) {
        assertThat(Float.floatToRawIntBits(Denormals.toZero(x))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            floats = {
                Float.MIN_NORMAL,
                -Float.MIN_NORMAL,
                1f,
                -1f,
                Float.MAX_VALUE,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY
            })
    void theRestStaysAsItIs(float x) {
        assertThat(Float.floatToRawIntBits(Denormals.toZero(x))).isEqualTo(Float.floatToRawIntBits(x));
    }

    @Test
    void aNaNStaysOneWhateverItsSignAndPayload() {
        for (int bits : new int[] {0x7fc00000, 0xffc00000, 0x7f800001, 0xffffffff}) {
            assertThat(Denormals.toZero(Float.intBitsToFloat(bits))).isNaN();
        }
    }
}
