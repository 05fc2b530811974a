package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final double ROUNDING = 1e-15;

    @Test
    void aLogitIsReadAsTheSigmoidOfIt() {
        float[] outputs = {2, -2, 0};
        for (LossFunction function : List.of(LossFunction.MINIMAX, LossFunction.NON_SATURATING)) {
            Reading reading = new Reading(function);

            assertThat(reading.judgement(outputs, 0)).isCloseTo(1 / (1 + Math.exp(-2)), within(ROUNDING));
            assertThat(reading.judgement(outputs, 1)).isCloseTo(1 / (1 + Math.exp(2)), within(ROUNDING));
            assertThat(reading.judgement(outputs, 2)).isEqualTo(0.5);
            assertThat(reading.logReal(outputs, 0)).isCloseTo(-Math.log(1 + Math.exp(-2)), within(ROUNDING));
            assertThat(reading.logFake(outputs, 0)).isCloseTo(-Math.log(1 + Math.exp(2)), within(ROUNDING));
            assertThat(reading.logReal(outputs, 2)).isCloseTo(-Math.log(2), within(ROUNDING));
            assertThat(reading.isReal(outputs, 0)).isTrue();
            assertThat(reading.isReal(outputs, 1)).isFalse();
            assertThat(reading.isReal(outputs, 2)).isFalse();
        }
    }

    @Test
    void farLogitsKeepTheirLogarithms() {
        float[] outputs = {1e4f, -1e4f};
        Reading reading = new Reading(LossFunction.NON_SATURATING);

        assertThat(reading.judgement(outputs, 0)).isEqualTo(1);
        assertThat(reading.judgement(outputs, 1)).isZero();
        assertThat(reading.logReal(outputs, 1)).isEqualTo(-1e4);
        assertThat(reading.logFake(outputs, 0)).isEqualTo(-1e4);
        assertThat(reading.logReal(outputs, 0)).isZero();
    }

    @Test
    void ofTwoClassesTheSecondIsReal() {
        float[] outputs = {1, 3, 5, 1};
        Reading reading = new Reading(LossFunction.TWO_CLASS_CROSS_ENTROPY);

        assertThat(reading.judgement(outputs, 0)).isCloseTo(1 / (1 + Math.exp(-2)), within(ROUNDING));
        assertThat(reading.judgement(outputs, 1)).isCloseTo(1 / (1 + Math.exp(4)), within(ROUNDING));
        assertThat(reading.isReal(outputs, 0)).isTrue();
        assertThat(reading.isReal(outputs, 1)).isFalse();
        assertThat(reading.logFake(outputs, 1)).isCloseTo(-Math.log(1 + Math.exp(-4)), within(ROUNDING));
    }

    @Test
    void aProbabilityIsReadAsItIs() {
        float[] outputs = {0.75f, 0.25f, 0.5f};
        for (LossFunction function : List.of(LossFunction.CLAMPED_MINIMAX, LossFunction.CLAMPED_NON_SATURATING)) {
            Reading reading = new Reading(function);

            assertThat(reading.judgement(outputs, 0)).isEqualTo(0.75);
            assertThat(reading.logReal(outputs, 0)).isCloseTo(Math.log(0.75), within(ROUNDING));
            assertThat(reading.logFake(outputs, 0)).isCloseTo(Math.log(0.25), within(ROUNDING));
            assertThat(reading.isReal(outputs, 0)).isTrue();
            assertThat(reading.isReal(outputs, 1)).isFalse();
            assertThat(reading.isReal(outputs, 2)).isFalse();
        }
    }

    @Test
    void otherOutputsAreNoProbabilities() {
        float[] outputs = {0.25f, 0.75f, -0.25f};
        for (LossFunction function :
                List.of(LossFunction.LEAST_SQUARES, LossFunction.HINGE, LossFunction.WASSERSTEIN)) {
            Reading reading = new Reading(function);

            assertThat(reading.judgement(outputs, 0)).isEqualTo(0.25);
            assertThat(reading.logReal(outputs, 0)).isNaN();
            assertThat(reading.logFake(outputs, 0)).isNaN();
            assertThat(reading.isReal(outputs, 0)).isEqualTo(function != LossFunction.LEAST_SQUARES);
            assertThat(reading.isReal(outputs, 1)).isTrue();
            assertThat(reading.isReal(outputs, 2)).isFalse();
        }
    }

    @Test
    void aRowIsTakenForRealOrForGeneratedUnlessItIsNaN() {
        for (LossFunction function : LossFunction.values()) {
            Reading reading = new Reading(function);
            float[][] rows = {{-1, 0.25f}, {0, 0}, {0.25f, -1}, {0.5f, 0.5f}, {0.75f, 2}, {Float.NaN, 0}};
            for (float[] row : rows) {
                assertThat(reading.isFake(row, 0))
                        .as("%s of %s", function, Arrays.toString(row))
                        .isEqualTo(!reading.isReal(row, 0) && !Float.isNaN(row[0]));
            }
        }
    }

    @Test
    void ofTwoClassesOneNaNIsEnoughToTakeTheRowForNeither() {
        Reading reading = new Reading(LossFunction.TWO_CLASS_CROSS_ENTROPY);
        float[] outputs = {Float.NaN, 1, 1, Float.NaN};

        for (int row = 0; row < 2; row++) {
            assertThat(reading.isReal(outputs, row)).isFalse();
            assertThat(reading.isFake(outputs, row)).isFalse();
        }
    }

    @Test
    void rowsThatAreNaNAreJudgedRightByNoAccuracy() {
        Judgement judgement = Judgement.of(
                new Reading(LossFunction.HINGE), new float[] {1, Float.NaN, -1, Float.NaN, 0, -2, 3, -4}, 8);

        assertThat(judgement.takenForReal()).isEqualTo(2 / 8.0);
        assertThat(judgement.takenForFake()).isEqualTo(4 / 8.0);
        assertThat(judgement.mean()).isNaN();
    }

    @Test
    void aBatchIsJudgedByItsMeans() {
        Judgement judgement =
                Judgement.of(new Reading(LossFunction.CLAMPED_MINIMAX), new float[] {0.75f, 0.25f, 0.875f, 0.625f}, 4);

        assertThat(judgement.mean()).isEqualTo(0.625);
        assertThat(judgement.takenForReal()).isEqualTo(0.75);
        assertThat(judgement.takenForFake()).isEqualTo(0.25);
        assertThat(judgement.logReal())
                .isCloseTo((Math.log(0.75) + Math.log(0.25) + Math.log(0.875) + Math.log(0.625)) / 4, within(ROUNDING));
        assertThat(judgement.logFake())
                .isCloseTo((Math.log(0.25) + Math.log(0.75) + Math.log(0.125) + Math.log(0.375)) / 4, within(ROUNDING));
    }
}
