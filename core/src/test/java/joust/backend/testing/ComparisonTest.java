package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Operand OUT = Operand.poisoned("out", Role.OUTPUT, 2, 4);

    @Test
    void equalBitsAreNoMismatchAndNaNsAreEqual() {
        float[] expected = {1, -0f, Float.NaN, Float.POSITIVE_INFINITY, 0, 0, 0, 0};
        float[] actual = expected.clone();
        actual[2] = Float.intBitsToFloat(0xffc00001);
        assertThat(Comparison.ofBits(OUT, expected, actual)).isNull();
    }

    @Test
    void aMismatchTellsPlaceNumbersBitsDifferenceAndWhatIsAllowed() {
        float[] actual = {0, 0, 0, 0, 0, 0.75f, 0, 0};
        double[] expected = new double[8];
        expected[5] = 0.5;
        double[] allowed = new double[8];
        Arrays.fill(allowed, 0.1);
        assertThat(Comparison.ofBounded(OUT, expected, allowed, 2, actual))
                .isEqualTo(
                        "'out' 2x4 differs in 1 of 8 elements:\n"
                                + "    [1,1] expected 0.5 (0x3f000000), actual 0.75 (0x3f400000), difference 0.25, allowed 0.2");
    }

    @Test
    void theFirstFiveMismatchesAreTold() {
        float[] actual = {1, 1, 1, 1, 1, 1, 1, 0};
        String report = Comparison.ofBits(OUT, new float[8], actual);
        assertThat(report).startsWith("'out' 2x4 differs in 7 of 8 elements:");
        assertThat(report).contains("[1,0]").doesNotContain("[1,1]");
    }

    @Test
    void theBoundItselfIsAllowed() {
        float[] actual = {0.25f, -0.25f, 0, 0, 0, 0, 0, 0};
        double[] allowed = new double[8];
        Arrays.fill(allowed, 0.25);
        assertThat(Comparison.ofBounded(OUT, new double[8], allowed, 1, actual)).isNull();
        actual[1] = Math.nextDown(-0.25f);
        assertThat(Comparison.ofBounded(OUT, new double[8], allowed, 1, actual)).contains("[0,1]");
    }

    @Test
    void whereNothingIsAllowedTheSignOfZeroCounts() {
        float[] actual = {0, 0, 0, -0f, 0, 0, 0, 0};
        assertThat(Comparison.ofBounded(OUT, new double[8], new double[8], 1, actual))
                .contains("[0,3]");
        assertThat(Comparison.ofBits(OUT, new float[8], actual)).contains("[0,3]");
    }

    @Test
    void infinitiesAndNaNAreMetWhateverIsAllowed() {
        double[] expected = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, 0, 0, 0, 0, 0};
        double[] allowed = new double[8];
        Arrays.fill(allowed, 1);
        float[] actual = {Float.NaN, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, 0, 0, 0, 0, 0};
        assertThat(Comparison.ofBounded(OUT, expected, allowed, 1, actual)).isNull();
        actual[0] = 0;
        actual[1] = Float.MAX_VALUE;
        actual[2] = Float.NEGATIVE_INFINITY;
        actual[3] = Float.NaN;
        assertThat(Comparison.ofBounded(OUT, expected, allowed, 1, actual)).contains("differs in 4 of 8");
    }

    @Test
    void poisonThatWasLeftIsTold() {
        float[] actual = new float[8];
        actual[7] = Operand.POISON;
        float[] expected = new float[8];
        expected[7] = Float.NaN;
        assertThat(Comparison.ofBits(OUT, expected, actual))
                .contains("[1,3] still holds the NaN of before the call, expected NaN");
    }

    @Test
    void anOracleWithoutABoundIsAnError() {
        double[] allowed = new double[8];
        allowed[6] = Double.NaN;
        assertThatThrownBy(() -> Comparison.ofBounded(OUT, new double[8], allowed, 1, new float[8]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the oracle allows NaN around 0.0");
    }
}
