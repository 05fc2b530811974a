package joust.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "1, 0x1p-126",
        "0.999, 0x1p-125",
        "0.5, 0x1p-125",
        "0.49, 0x1p-124",
        "0.00390625, 0x1p-118",
        "0.003, 0x1p-118",
        "0, 0x1p-118"
    })
    void theFloorOfProductsIsTheFirstWhoseProductIsNormal(float factor, float floor) {
        assertThat(Denormals.floorOfProducts(factor)).isEqualTo(floor);
        if (factor >= 0x1p-8f) {
            assertThat(factor * floor).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
            assertThat(factor * (floor / 2)).isLessThan(Float.MIN_NORMAL);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0x1p-63",
        "0.5, 0x1p-62",
        "0.25, 0x1p-62",
        "0.1, 0x1p-61",
        "0.001, 0x1p-58",
        "0.00001, 0x1p-54",
        "0, 0x1p-31"
    })
    void theFloorOfSquaresIsTheFirstWhoseSquareIsNormal(float factor, float floor) {
        assertThat(Denormals.floorOfSquares(factor)).isEqualTo(floor);
        if (factor > 0) {
            assertThat(factor * floor * floor).isGreaterThanOrEqualTo(Float.MIN_NORMAL);
            assertThat(factor * (floor / 2) * (floor / 2)).isLessThan(Float.MIN_NORMAL);
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {0x1p-126f, 0x1p-125f, 0x1p-58f, 1f, 0x1p126f})
    void belowAFloorIsPlusZeroAndFromThereOnAsItIs(float floor) {
        for (float sign : new float[] {1, -1}) {
            assertThat(Float.floatToRawIntBits(Denormals.toZero(sign * Math.nextDown(floor), floor)))
                    .isZero();
            assertThat(Denormals.toZero(sign * floor, floor)).isEqualTo(sign * floor);
            assertThat(Denormals.toZero(sign * Float.MAX_VALUE, floor)).isEqualTo(sign * Float.MAX_VALUE);
        }
    }

    @Test
    void aNaNStaysOneWhateverItsSignAndPayload() {
        for (int bits : new int[] {0x7fc00000, 0xffc00000, 0x7f800001, 0xffffffff}) {
            assertThat(Denormals.toZero(Float.intBitsToFloat(bits))).isNaN();
        }
    }
}
