package joust.gan.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import joust.gan.GanConfig;
import joust.gan.LogRow;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;

/** The thresholds of what the log's rows show, just below and just above. */
class RowChecksTest {
    private static final GanConfig LOGITS = Presets.get("digits");
    private static final GanConfig CLAMPED = Presets.get("gaussian1d");
    private static final GanConfig TWO_CLASSES = Presets.get("toy2d");

    private static LogRow row(int step, double right, double certainty, double meanFake, double norm) {
        return new LogRow(step, 1, 1, -1, right, right, 0.5, meanFake, 1, norm, 1, 0, 1, 0, certainty);
    }

    private static List<LogRow> rows(int count, double right, double certainty, double norm) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(i, right, certainty, 0.5, norm))
                .toList();
    }

    @Test
    void certaintyIsSaturationOnlyWhereItLasts() {
        assertThat(Saturation.look(LOGITS, rows(3, 1, 10.1, 1))).isPresent();
        assertThat(Saturation.look(LOGITS, rows(2, 1, 10.1, 1))).isEmpty();
        assertThat(Saturation.look(LOGITS, rows(3, 1, 9.9, 1))).isEmpty();
        assertThat(Saturation.look(LOGITS, rows(3, 0.98, 10.1, 1))).isEmpty();
        assertThat(Saturation.look(CLAMPED, rows(3, 1, 0.91, 1))).isPresent();
        assertThat(Saturation.look(CLAMPED, rows(3, 1, 0.9, 1))).isEmpty();
        assertThat(Saturation.look(TWO_CLASSES, rows(3, 1, 10.1, 1))).isEmpty();
    }

    @Test
    void aSmallGradientIsAVanishingOneOnlyWhereTheGeneratorIsRejected() {
        assertThat(VanishingGradient.look(LOGITS, fading(1, 0.9e-3))).isPresent();
        assertThat(VanishingGradient.look(LOGITS, fading(1, 1.1e-3))).isEmpty();
        assertThat(VanishingGradient.look(LOGITS, fading(0.5, 0.9e-3))).isEmpty();
        assertThat(VanishingGradient.look(LOGITS, fading(0.5, 0))).isPresent();
    }

    private static List<LogRow> fading(double right, double last) {
        return List.of(
                row(0, right, 1, 0.5, 1),
                row(1, right, 1, 0.5, last),
                row(2, right, 1, 0.5, last),
                row(3, right, 1, 0.5, last));
    }

    @Test
    void swingsAreCountedAroundTheTrend() {
        assertThat(Oscillation.look(LOGITS, series(48, i -> 0.5 + 0.25 * Math.sin(i))))
                .isPresent();
        assertThat(Oscillation.look(LOGITS, series(48, i -> 0.5 + 0.2 * Math.sin(i))))
                .isEmpty();
        assertThat(Oscillation.look(LOGITS, series(48, i -> i / 47.0))).isEmpty();
        assertThat(Oscillation.look(LOGITS, series(48, i -> i < 36 ? 0.1 : 0.9)))
                .isEmpty();
        assertThat(Oscillation.look(LOGITS, series(22, i -> 0.5 + 0.25 * Math.sin(i))))
                .isEmpty();
    }

    private static List<LogRow> series(int count, DoubleUnaryOperator meanFake) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(i, 0.5, 1, meanFake.applyAsDouble(i), 1))
                .toList();
    }
}
