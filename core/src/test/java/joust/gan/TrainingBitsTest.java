package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import joust.backend.Backend;
import org.junit.jupiter.api.Test;

class TrainingBitsTest {
    private static final int STEPS = 25;

    private final Backend backend = TestBackend.open();

    @Test
    void equalSeedsGiveEqualHashesAndOtherSeedsOthers() {
        assertThat(hashes(SmallRun.gaussian(), STEPS)).isEqualTo(hashes(SmallRun.gaussian(), STEPS));
        assertThat(hashes(SmallRun.gaussian().seed(2), STEPS))
                .doesNotContainAnyElementsOf(hashes(SmallRun.gaussian(), STEPS));
        assertThat(hashes(SmallRun.gaussian(), STEPS + 1))
                .doesNotContainAnyElementsOf(hashes(SmallRun.gaussian(), STEPS));
    }

    @Test
    void loggingDoesNotChangeTheBitsOfTraining() {
        for (Supplier<SmallRun> run : everyKindOfRun()) {
            assertThat(hashes(run.get().logEvery(1), STEPS))
                    .isEqualTo(hashes(run.get().logEvery(1_000), STEPS));
        }
    }

    @Test
    void samplingAndJudgingDoNotChangeTheBitsOfTraining() {
        SmallRun run = SmallRun.gaussian().movingAverage(0.9);
        TrainingListener evaluating = new TrainingListener() {
            @Override
            public void onStep(GanTrainer trainer, long step) {
                GanConfig config = trainer.config();
                try (Evaluation evaluation =
                        new Evaluation(backend, config, trainer.networks(), RealData.of(trainer.samples()))) {
                    assertThat(evaluation.metrics()).containsKey("value");
                }
            }
        };

        assertThat(hashes(run, 2, evaluating)).isEqualTo(hashes(run, 2, TrainingListener.NONE));
    }

    @Test
    void advancingByHandGivesTheBitsOfTraining() {
        GanConfig config = gaussian1dInSmall();
        try (GanTrainer byHand = new GanTrainer(backend, config, SmallRun.gaussianSamples());
                GanTrainer trained = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            for (int i = 0; i < 3; i++) {
                byHand.advance();
            }
            trained.train(3, TrainingListener.NONE);

            assertThat(byHand.networks().discriminator().sha256())
                    .isEqualTo(trained.networks().discriminator().sha256());
            assertThat(byHand.state().numbers()).isEqualTo(trained.state().numbers());
        }
    }

    @Test
    void trainingInTwoCallsGivesTheBitsOfOne() {
        GanConfig config = SmallRun.gaussian().config();
        List<Long> logged = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                logged.add(row.step());
            }
        };
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            trainer.train(7, listener);
            trainer.train(STEPS, listener);

            assertThat(trainer.networks().generator().sha256())
                    .isEqualTo(hashes(SmallRun.gaussian(), STEPS).getFirst());
        }
        assertThat(logged).containsExactly(0L, 7L, 10L, 20L, 25L);
    }

    @Test
    void aRestoredStateAndItsTensorsGoOnAsIfNeverStopped() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.9).config();
        try (GanTrainer first = new GanTrainer(backend, config, SmallRun.gaussianSamples());
                GanTrainer second =
                        new GanTrainer(backend, config.withSeed(99).withSeed(1), SmallRun.gaussianSamples())) {
            first.train(9, TrainingListener.NONE);
            first.state()
                    .arenas()
                    .forEach((name, arena) -> Objects.requireNonNull(
                                    second.state().arenas().get(name))
                            .copyFrom(arena));
            second.state().restore(first.state().numbers());
            first.train(STEPS, TrainingListener.NONE);
            second.train(STEPS, TrainingListener.NONE);

            assertThat(SmallRun.hashes(second)).isEqualTo(SmallRun.hashes(first));
            assertThat(second.state().numbers()).isEqualTo(first.state().numbers());
        }
    }

    private static List<Supplier<SmallRun>> everyKindOfRun() {
        UpdateConfig simultaneous = new UpdateConfig(
                UpdateConfig.Mode.SIMULTANEOUS,
                UpdateConfig.Order.DISCRIMINATOR_FIRST,
                1,
                1,
                UpdateConfig.NoiseUse.SHARED);
        return List.of(
                SmallRun::gaussian,
                () -> SmallRun.gaussian().movingAverage(0.99),
                () -> SmallRun.gaussian().updates(simultaneous),
                () -> SmallRun.gaussian().generator(g -> g.withL2Decay(-0.01)).discriminator(d -> d.withL2Decay(0.01)),
                () -> SmallRun.gaussian().batch(new BatchConfig(10, BatchConfig.Layout.GENERATED_FIRST, true)));
    }

    private static GanConfig gaussian1dInSmall() {
        return SmallRun.gaussian()
                .loss(LossFunction.CLAMPED_NON_SATURATING)
                .discriminator(d -> d.withClamp(0.01, 0.99))
                .preTraining(new PreTrainingConfig(20, 3, SmallRun.ADAM, new ScheduleConfig.Constant()))
                .config();
    }

    private List<String> hashes(SmallRun run, int steps) {
        return hashes(run, steps, TrainingListener.NONE);
    }

    private List<String> hashes(SmallRun run, int steps, TrainingListener listener) {
        try (GanTrainer trainer = new GanTrainer(backend, run.config(), SmallRun.gaussianSamples())) {
            trainer.train(steps, listener);
            return SmallRun.hashes(trainer);
        }
    }
}
