package joust.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import joust.gan.ConfigException;
import joust.gan.GanConfig;
import joust.gan.LossFunction;
import joust.gan.PenaltyConfig;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyPlanTest {
    private static final StudyLoss PLAIN = new StudyLoss("plain", LossFunction.NON_SATURATING, null);
    private static final StudyLoss WASSERSTEIN = new StudyLoss("w", LossFunction.WASSERSTEIN, null);
    private static final StudyCure NONE = new StudyCure("none", 1, null);
    private static final StudyCure R1 = new StudyCure("r1", 1, new PenaltyConfig.R1(0.1));

    @Test
    void ofJoustsOwnStudyOnlyR1BesideAPenaltyIsLeftOut() {
        StudyPlan plan = StudyPlan.of(StudyConfig.ofCures(), List.of(Presets.get("ring8"), Presets.get("grid25")));
        assertThat(plan.cells()).hasSize(22);
        assertThat(plan.runs()).hasSize(110).doesNotHaveDuplicates();
        assertThat(plan.leftOut())
                .containsExactly(
                        "ring8, wgan-gp, r1: penalty: r1, expected none, as wgan-gp has one of its own",
                        "grid25, wgan-gp, r1: penalty: r1, expected none, as wgan-gp has one of its own");
    }

    @Test
    void aCellHasTheLossAndTheCureAndTheRestOfItsSystem() {
        GanConfig ring = Presets.get("ring8");
        StudyPlan plan = StudyPlan.of(StudyConfig.ofCures(), List.of(ring, Presets.get("grid25")));
        assertThat(plan.cells().getFirst().config().loss().penalty()).isNull();
        assertThat(plan.cells().getFirst().config().batch().packing()).isEqualTo(1);
        StudyCell cell = plan.cells().get(10);
        assertThat(cell.label()).isEqualTo("ring8, wgan-gp, packing-4");
        assertThat(cell.config().loss().function()).isEqualTo(LossFunction.WASSERSTEIN);
        assertThat(cell.config().loss().penalty()).isEqualTo(new PenaltyConfig.WganGp(0.1));
        assertThat(cell.config().batch()).isEqualTo(ring.batch().withPacking(4));
        assertThat(cell.config().steps()).isEqualTo(8_000);
        assertThat(cell.config().generator()).isEqualTo(ring.generator());
        assertThat(plan.runs().getLast().config().seed()).isEqualTo(5);
    }

    @Test
    void whatAConfigurationRefusesIsLeftOutWithItsReason() {
        StudyCure odd = new StudyCure("three", 3, null);
        StudyPlan plan = plan(List.of(PLAIN, WASSERSTEIN), List.of(NONE, R1, odd), "ring8");
        assertThat(plan.cells())
                .extracting(StudyCell::label)
                .containsExactly("ring8, plain, none", "ring8, plain, r1", "ring8, w, r1");
        assertThat(plan.leftOut()).hasSize(3);
        assertThat(plan.leftOut().get(0)).startsWith("ring8, plain, three: packing: 3, expected a divisor");
        assertThat(plan.leftOut().get(1)).startsWith("ring8, w, none: discriminator.weightClip: none, expected");
    }

    @Test
    void withoutLossesAndCuresSystemsAreTrainedAsTheyAre() {
        List<GanConfig> systems = List.of(Presets.get("ring8"), Presets.get("digits"));
        StudyConfig study = new StudyConfig(
                "s",
                "",
                List.of(new StudySystem("ring8", 40_000), new StudySystem("digits", 10_000)),
                List.of(),
                List.of(),
                List.of(1L, 2L),
                List.of("modes", "frechet"),
                60);
        StudyPlan plan = StudyPlan.of(study, systems);
        assertThat(plan.cells()).extracting(StudyCell::label).containsExactly("ring8, own, own", "digits, own, own");
        assertThat(plan.cells()).extracting(StudyCell::config).isEqualTo(systems);
    }

    @Test
    void curesAloneKeepEachSystemsLoss() {
        StudyPlan plan = plan(List.of(), List.of(NONE, R1), "ring8");
        assertThat(plan.cells()).extracting(StudyCell::label).containsExactly("ring8, own, none", "ring8, own, r1");
        assertThat(plan.cells().getFirst().config().loss().penalty()).isNull();
        StudyCell own = plan(List.of(PLAIN), List.of(), "ring8").cells().getFirst();
        assertThat(own.config().loss().penalty())
                .isEqualTo(Presets.get("ring8").loss().penalty());
        assertThat(own.config().batch().packing()).isEqualTo(2);
    }

    @Test
    void aStudyOfNothingIsRefused() {
        assertThatThrownBy(() -> plan(List.of(WASSERSTEIN), List.of(NONE), "ring8"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("expected at least one combination that applies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "gaussian1d", "toy2d"})
    void dataWithoutModesAreRefused(String preset) {
        assertThatThrownBy(() -> plan(List.of(PLAIN), List.of(NONE), preset))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("systems[0].config: " + preset
                        + ", expected a configuration with one of the metrics modes, modesStrict,"
                        + " highQuality, reverseKl; it has value, ");
    }

    private static StudyPlan plan(List<StudyLoss> losses, List<StudyCure> cures, String preset) {
        StudyConfig study = new StudyConfig(
                "s", "", List.of(new StudySystem(preset, 10)), losses, cures, List.of(1L), StudyConfig.OF_MODES, 60);
        return StudyPlan.of(study, List.of(Presets.get(preset)));
    }
}
