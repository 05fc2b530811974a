package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.Samples;
import org.junit.jupiter.api.Test;

class GanTrainerTest {
    private static final int STEPS = 25;

    private final Backend backend = TestBackend.open();

    @Test
    void aListenerMayEndOneCallAndTheNextGoesOn() {
        List<String> told = new ArrayList<>();
        TrainingListener ending = new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                told.add("row " + row.step());
                if (row.step() == 10) {
                    trainer.endEarly();
                }
            }

            @Override
            public void onStepEnd(GanTrainer trainer, long step) {
                if (step >= 10) {
                    told.add("end of " + step);
                }
            }

            @Override
            public void onFinish(GanTrainer trainer) {
                told.add("finish");
            }
        };
        try (GanTrainer trainer =
                new GanTrainer(TestBackend.open(), SmallRun.gaussian().config(), SmallRun.gaussianSamples())) {
            trainer.train(30, ending);
            assertThat(told).containsExactly("row 0", "row 10", "end of 10", "finish");
            assertThat(trainer.stopRequested()).isFalse();
            trainer.train(11, ending);
            assertThat(trainer.step()).isEqualTo(11);
        }
    }

    @Test
    void aStopIsHeardAfterTheStepItComesIn() {
        List<String> events = new ArrayList<>();
        TrainingListener stopping = new TrainingListener() {
            @Override
            public void onStart(GanTrainer trainer) {
                events.add("start");
            }

            @Override
            public void onStep(GanTrainer trainer, long step) {
                events.add("step " + step);
                if (step == 2) {
                    trainer.requestStop();
                }
            }

            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                events.add("log " + row.step());
            }

            @Override
            public void onStepEnd(GanTrainer trainer, long step) {
                events.add("end " + step);
            }

            @Override
            public void onFinish(GanTrainer trainer) {
                events.add("finish");
            }
        };
        try (GanTrainer trainer = new GanTrainer(backend, SmallRun.gaussian().config(), SmallRun.gaussianSamples())) {
            assertThat(trainer.stopRequested()).isFalse();
            assertThat(trainer.backend()).isSameAs(backend);
            trainer.train(STEPS, stopping);

            assertThat(events).containsExactly("start", "log 0", "step 1", "end 1", "step 2", "end 2", "finish");
            assertThat(trainer.stopRequested()).isTrue();
            assertThat(trainer.step()).isEqualTo(2);
        }
    }

    @Test
    void aLossThatIsNotFiniteEndsTheRunWhenItIsLogged() {
        OptimizerConfig wild = new OptimizerConfig.Sgd(1e30);
        GanConfig config = SmallRun.gaussian()
                .discriminator(d -> NetworkConfig.of(d.layers(), d.initializer(), wild))
                .config();
        List<Long> logged = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                logged.add(row.step());
            }
        };
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            assertThatExceptionOfType(TrainingDivergedException.class)
                    .isThrownBy(() -> trainer.train(STEPS, listener))
                    .satisfies(e -> {
                        assertThat(e.step()).isEqualTo(10);
                        assertThat(e.what()).isEqualTo("discriminatorLoss");
                        assertThat(e.value()).isNaN();
                        assertThat(e)
                                .hasMessage("training diverged: discriminatorLoss is NaN after step 10, expected a"
                                        + " finite number; try a lower learningRate");
                    });
        }
        assertThat(logged).containsExactly(0L, 10L);
    }

    @Test
    void whatIsNotFiniteFromTheStartIsNoMatterOfTheRate() {
        assertThat(new TrainingDivergedException(0, "value", Double.NaN))
                .hasMessageEndingWith("after step 0, expected a finite number; try smaller initial weights");
    }

    @Test
    void samplesThatDoNotFitTheConfigurationAreRefused() {
        GanConfig config =
                SmallRun.gaussian().data(new DataConfig.Csv("x", null)).config();
        Samples wide = FiniteSamples.of("wide", 2, new float[] {1, 2});

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new GanTrainer(backend, config, wide))
                .withMessage("generator.layers[1].width: 1, expected 2, the columns of wide");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new GanTrainer(backend, gaussian1dInSmall(), SmallRun.table()))
                .withMessage("preTraining: present, expected none, as table has no known density in one dimension");
    }

    private static GanConfig gaussian1dInSmall() {
        return SmallRun.gaussian()
                .loss(LossFunction.CLAMPED_NON_SATURATING)
                .discriminator(d -> d.withClamp(0.01, 0.99))
                .preTraining(new PreTrainingConfig(20, 3, SmallRun.ADAM, new ScheduleConfig.Constant()))
                .config();
    }
}
