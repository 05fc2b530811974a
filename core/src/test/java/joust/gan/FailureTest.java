package joust.gan;

import static joust.backend.testing.FailingBackend.assertLeavesNothing;
import static org.assertj.core.api.Assertions.assertThat;

import joust.backend.Tensor;
import org.junit.jupiter.api.Test;

/** Whatever operation of the backend fails while something is made, all tensors made so far are given back. */
class FailureTest {
    private static final int TENSORS_OF_PARAMETERS = 4;

    @Test
    void networksThatCannotBeMadeLeaveNothing() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.5).config();

        int operations = assertLeavesNothing(TestBackend::open, backend -> GanNetworks.initialize(backend, config));

        assertThat(operations).isGreaterThan(2 * TENSORS_OF_PARAMETERS);
    }

    @Test
    void aTrainerThatCannotBeMadeLeavesNothing() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.5).config();
        GanConfig gathered =
                SmallRun.gaussian().data(new DataConfig.Csv("x", null)).config();

        int drawn = assertLeavesNothing(
                TestBackend::open, backend -> new GanTrainer(backend, config, SmallRun.gaussianSamples()));
        int fromTable =
                assertLeavesNothing(TestBackend::open, backend -> new GanTrainer(backend, gathered, SmallRun.table()));

        assertThat(drawn).isGreaterThan(3 * TENSORS_OF_PARAMETERS);
        assertThat(fromTable).isGreaterThan(3 * TENSORS_OF_PARAMETERS);
    }

    @Test
    void aTrainerWithEveryCureThatCannotBeMadeLeavesNothing() {
        for (GanConfig config : CuredSystems.all()) {
            assertLeavesNothing(TestBackend::open, backend -> new GanTrainer(backend, config, CuredSystems.samples()));
        }
        GanConfig normalised = SmallRun.gaussian()
                .batch(BatchConfig.of(10).withInstanceNoise(new InstanceNoiseConfig(1, new ScheduleConfig.Constant())))
                .discriminator(NetworkConfig::withSpectralNorm)
                .config();
        assertLeavesNothing(
                TestBackend::open, backend -> new GanTrainer(backend, normalised, SmallRun.gaussianSamples()));
    }

    @Test
    void aTrainerWhosePreTrainingOrFirstStepFailsLeavesNothingOnceItIsClosed() {
        PreTrainingConfig twoSteps = new PreTrainingConfig(2, 3, SmallRun.ADAM, new ScheduleConfig.Constant());
        GanConfig config = SmallRun.gaussian().preTraining(twoSteps).config();

        assertLeavesNothing(TestBackend::open, backend -> {
            try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
                trainer.advance();
            }
            return () -> {};
        });
    }

    @Test
    void samplesAndJudgementsThatCannotBeMadeLeaveNothing() {
        GanConfig config = SmallRun.gaussian()
                .noise(new NoiseConfig.Stratified(0, 1, 0))
                .movingAverage(0.5)
                .config();

        assertLeavesNothing(TestBackend::open, backend -> {
            try (GanNetworks networks = GanNetworks.initialize(backend, config);
                    Generator generator = Generator.of(networks, config);
                    Discriminator discriminator = new Discriminator(networks, config)) {
                discriminator.judge(generator.generate(1, Streams.EVALUATION_NOISE, 1));
            }
            return () -> {};
        });
    }

    @Test
    void noiseInStrataLeavesNothingWhereTheBatchesChange() {
        assertLeavesNothing(TestBackend::open, backend -> {
            try (Tensor two = backend.allocate(2, 1);
                    Tensor three = backend.allocate(3, 1);
                    NoiseSource noise = new NoiseSource(backend, new NoiseConfig.Stratified(0, 1, 0))) {
                noise.fill(1, Streams.GENERATOR_NOISE, 0, two);
                noise.fill(1, Streams.GENERATOR_NOISE, 0, three);
            }
            return () -> {};
        });
    }

    @Test
    void anEvaluationThatCannotBeMadeLeavesNothing() {
        GanConfig config = SmallRun.gaussian().config();
        RealData data = RealData.of(SmallRun.gaussianSamples());

        int operations = assertLeavesNothing(TestBackend::open, backend -> {
            try (GanNetworks networks = GanNetworks.initialize(backend, config)) {
                new Evaluation(backend, config, networks, data).close();
            }
            return () -> {};
        });

        assertThat(operations).isGreaterThan(2 * TENSORS_OF_PARAMETERS);
    }
}
