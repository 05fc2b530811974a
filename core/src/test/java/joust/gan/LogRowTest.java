package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class LogRowTest {
    private static final LogRow ROW = row(1, 2, 3, 8, 9);

    private static LogRow row(double discriminatorLoss, double generatorLoss, double value, double norm, double other) {
        return new LogRow(7, discriminatorLoss, generatorLoss, value, 4, 5, 6, 7, norm, other, 10, 11, 12, 13, 14);
    }

    @Test
    void columnsAndValuesGoTogether() {
        assertThat(LogRow.columns(false))
                .containsExactly(
                        "discriminatorLoss",
                        "generatorLoss",
                        "value",
                        "accuracyReal",
                        "accuracyFake",
                        "meanReal",
                        "meanFake",
                        "discriminatorGradientNorm",
                        "generatorGradientNorm");
        assertThat(ROW.values(false)).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
        assertThat(LogRow.columns(true))
                .startsWith(LogRow.columns(false).toArray(String[]::new))
                .endsWith(
                        "discriminatorAdversarialLoss",
                        "discriminatorDecayLoss",
                        "generatorAdversarialLoss",
                        "generatorDecayLoss")
                .hasSize(13);
        assertThat(ROW.values(true))
                .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0);
    }

    @Test
    void everyLossAndEveryNormMustBeFinite() {
        assertThatNoException().isThrownBy(() -> row(1, 2, Double.NaN, 8, 9).requireFinite());
        assertDiverged(row(Double.NaN, 2, 3, 8, 9), "discriminatorLoss");
        assertDiverged(row(1, Double.NEGATIVE_INFINITY, 3, 8, 9), "generatorLoss");
        assertDiverged(row(1, 2, 3, Double.POSITIVE_INFINITY, 9), "discriminatorGradientNorm");
        assertDiverged(row(1, 2, 3, 8, Double.NaN), "generatorGradientNorm");
    }

    private static void assertDiverged(LogRow row, String what) {
        assertThatExceptionOfType(TrainingDivergedException.class)
                .isThrownBy(row::requireFinite)
                .satisfies(e -> {
                    assertThat(e.what()).isEqualTo(what);
                    assertThat(e.step()).isEqualTo(7);
                });
    }
}
