package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Backend;
import joust.math.FusedArithmetic;
import joust.nn.Arena;
import org.junit.jupiter.api.Test;

class TrainingStepTest {
    private final Backend backend = TestBackend.open();

    @Test
    void simultaneousUpdatesBothStartFromTheSameParameters() {
        List<String> simultaneous = hashesAfterOneStep(updates(UpdateConfig.Mode.SIMULTANEOUS, false, 1, 1));
        List<String> discriminatorFirst = hashesAfterOneStep(updates(UpdateConfig.Mode.ALTERNATING, false, 1, 1));
        List<String> generatorFirst = hashesAfterOneStep(updates(UpdateConfig.Mode.ALTERNATING, true, 1, 1));

        assertThat(simultaneous.get(0)).isEqualTo(generatorFirst.get(0)).isNotEqualTo(discriminatorFirst.get(0));
        assertThat(simultaneous.get(1)).isEqualTo(discriminatorFirst.get(1)).isNotEqualTo(generatorFirst.get(1));
    }

    @Test
    void everyUpdateAdvancesItsOwnStreams() {
        UpdateConfig updates = updates(UpdateConfig.Mode.ALTERNATING, false, 3, 2);
        try (GanTrainer trainer =
                new GanTrainer(backend, SmallRun.gaussian().updates(updates).config(), SmallRun.gaussianSamples())) {
            assertThat(trainer.state().numbers()).isEqualTo(SmallRun.numbers(0, 1, 0, 0, 0, 0, 0));
            trainer.advance();
            trainer.advance();

            // 10 rows of 3 numbers are 8 blocks, 10 rows of data 3.
            assertThat(trainer.state().numbers()).isEqualTo(SmallRun.numbers(2, 1, 6 * 8, 4 * 8, 6 * 3, 6, 4));
            assertThat(trainer.step()).isEqualTo(2);
        }
    }

    @Test
    void sharedNoiseIsDrawnOncePerStep() {
        UpdateConfig updates = new UpdateConfig(
                UpdateConfig.Mode.ALTERNATING, UpdateConfig.Order.GENERATOR_FIRST, 3, 2, UpdateConfig.NoiseUse.SHARED);
        try (GanTrainer trainer =
                new GanTrainer(backend, SmallRun.gaussian().updates(updates).config(), SmallRun.gaussianSamples())) {
            trainer.advance();
            trainer.advance();

            assertThat(trainer.state().numbers()).isEqualTo(SmallRun.numbers(2, 1, 2 * 8, 0, 6 * 3, 6, 4));
        }
    }

    @Test
    void theMovingAverageFollowsTheGeneratorByItsFormula() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.9).config();
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            Arena average = trainer.networks().generatorAverage().orElseThrow();
            float[] expected = average.readWeight(0);
            assertThat(expected)
                    .isEqualTo(trainer.networks().generator().values().readWeight(0));
            for (int step = 0; step < 3; step++) {
                trainer.advance();
                float[] raw = trainer.networks().generator().values().readWeight(0);
                for (int i = 0; i < raw.length; i++) {
                    expected[i] = FusedArithmetic.fma((float) (1 - 0.9), raw[i] - expected[i], expected[i]);
                }
            }
            assertThat(average.readWeight(0)).isEqualTo(expected);
        }
    }

    @Test
    void clippedWeightsStayWithinTheirLimitAfterEveryUpdate() {
        GanConfig config = SmallRun.gaussian()
                .loss(LossFunction.WASSERSTEIN)
                .discriminator(d -> d.withWeightClip(0.25))
                .config();
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            trainer.advance();
            assertThat(trainer.networks().discriminator().values().readWeight(0))
                    .contains(0.25f);
            for (int step = 0; step < 5; step++) {
                trainer.advance();
                float[] weights = trainer.networks().discriminator().values().readWeight(0);
                for (float weight : weights) {
                    assertThat(Math.abs(weight)).isLessThanOrEqualTo(0.25f);
                }
            }
        }
    }

    @Test
    void theScheduleOfEachNetworkSetsItsRate() {
        GanConfig falling = SmallRun.gaussian()
                .generator(g -> g.withSchedule(new ScheduleConfig.Linear(0)))
                .config();
        try (GanTrainer trainer = new GanTrainer(backend, falling, SmallRun.gaussianSamples());
                GanTrainer constant =
                        new GanTrainer(backend, SmallRun.gaussian().config(), SmallRun.gaussianSamples())) {
            trainer.advance();
            constant.advance();
            assertThat(SmallRun.hashes(trainer)).isEqualTo(SmallRun.hashes(constant));
            trainer.advance();
            constant.advance();

            assertThat(SmallRun.hashes(trainer).get(0))
                    .isNotEqualTo(SmallRun.hashes(constant).get(0));
            assertThat(SmallRun.hashes(trainer).get(1))
                    .isEqualTo(SmallRun.hashes(constant).get(1));
        }
    }

    private static UpdateConfig updates(UpdateConfig.Mode mode, boolean generatorFirst, int k, int l) {
        UpdateConfig.Order order =
                generatorFirst ? UpdateConfig.Order.GENERATOR_FIRST : UpdateConfig.Order.DISCRIMINATOR_FIRST;
        return new UpdateConfig(mode, order, k, l, UpdateConfig.NoiseUse.FRESH);
    }

    private List<String> hashesAfterOneStep(UpdateConfig updates) {
        GanConfig config = SmallRun.gaussian().updates(updates).config();
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            trainer.advance();
            return SmallRun.hashes(trainer);
        }
    }
}
