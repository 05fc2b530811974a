package joust.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import joust.gan.Presets;
import joust.metrics.BootstrapInterval;
import joust.study.RunResult.Outcome;
import org.junit.jupiter.api.Test;

class CellSummaryTest {
    private static final StudyPlan PLAN =
            StudyPlan.of(StudyConfig.ofCures(), List.of(Presets.get("ring8"), Presets.get("grid25")));

    private static RunResult result(Outcome outcome, double modes, double reverseKl) {
        return new RunResult(outcome, 9, 1, "fma", Map.of("modes", modes, "reverseKl", reverseKl));
    }

    @Test
    void runsThatDivergedCountAndHaveNoPartInTheMeans() {
        RunResult diverged = new RunResult(Outcome.DIVERGED, 5, 1, "fma", Map.of());
        CellSummary summary = CellSummary.of(
                PLAN.cells().getFirst(),
                List.of(
                        result(Outcome.COMPLETE, 8, 0.5),
                        diverged,
                        result(Outcome.CAPPED, 6, Double.NaN),
                        result(Outcome.COMPLETE, 7, 0.25)),
                StudyConfig.OF_MODES);
        assertThat(summary.interval("modes")).contains(BootstrapInterval.of(8, 6, 7));
        assertThat(summary.interval("reverseKl")).contains(BootstrapInterval.of(0.5, 0.25));
        assertThat(summary.interval("highQuality")).isEmpty();
        assertThat(StudyText.interval(summary, "modes")).isEqualTo("7.0 [6.0, 8.0]");
        assertThat(StudyText.interval(summary, "reverseKl")).isEqualTo("0.375 [0.250, 0.500] of 2");
        assertThat(summary.spread("modes").orElseThrow().least()).isEqualTo(6);
        assertThat(summary.spread("modes").orElseThrow().greatest()).isEqualTo(8);
        assertThat(StudyText.interval(summary, "highQuality")).isEqualTo("-");
        assertThat(StudyText.remark(summary)).isEqualTo("1 of 4 diverged, 1 of 4 ended by the time");
    }

    @Test
    void publishedFiguresStandBesideThePlainLossAlone() {
        List<String> published = PLAN.cells().stream()
                .map(cell -> CellSummary.of(cell, List.of(), StudyConfig.OF_MODES))
                .filter(cell -> cell.published().isPresent())
                .map(cell -> cell.cell().label() + ": "
                        + cell.published("modes").orElseThrow().text() + "; "
                        + cell.published("highQuality").orElseThrow().text() + "; "
                        + cell.published("reverseKl").orElseThrow().text())
                .toList();
        assertThat(published)
                .containsExactly(
                        "ring8, non-saturating, none: 6.3 ± 0.5; 98.2; 0.45",
                        "ring8, non-saturating, packing-2: 7.8 to 7.9; 96 to 98; 0.07",
                        "ring8, non-saturating, packing-4: 7.8 to 7.9; 96 to 98; 0.07",
                        "grid25, non-saturating, none: 17.3; 94.8; 0.70",
                        "grid25, non-saturating, packing-4: 24.8; 93.6; 0.04");
    }
}
