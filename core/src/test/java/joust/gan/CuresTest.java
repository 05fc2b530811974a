package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import joust.backend.Activation.Kind;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.FusedArithmetic;
import joust.math.RandomFill;
import joust.nn.Arena;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What keeps a run from failing: noise, normalised weights, schedules of momentum; and that each changes what it should. */
class CuresTest {
    private final Backend backend = TestBackend.open();

    @Test
    void instanceNoiseIsThatOfItsTurnAndFallsWithItsSchedule() {
        GanConfig config = noisy(new InstanceNoiseConfig(0.5, new ScheduleConfig.Linear(0)));
        try (Workspace workspace = new Workspace(backend);
                Tensor rows = backend.allocate(10, 1)) {
            InstanceNoise noise = new InstanceNoise(workspace, backend, config);
            float[] drawn = new float[10];
            for (int turn = 0; turn < 3; turn++) {
                RandomFill.normal(1, Streams.INSTANCE_NOISE, (3 * 7 + turn) * 3L, 0, 1, drawn, 0, 10);
                backend.fill(rows, 2);
                switch (turn) {
                    case 0 -> noise.addToReal(25, 7, rows);
                    case 1 -> noise.addToFake(25, 7, rows);
                    default -> noise.addToGenerated(25, 7, rows);
                }
                float[] actual = new float[10];
                backend.download(rows, actual, 0);
                for (int i = 0; i < 10; i++) {
                    assertThat(actual[i]).isEqualTo(FusedArithmetic.fma(0.375f, drawn[i], 2));
                }
            }
        }
    }

    @Test
    void noiseThatHasFallenToNothingChangesNothing() {
        GanConfig vanishing = noisy(new InstanceNoiseConfig(1e-30, new ScheduleConfig.Constant()));
        GanConfig loud = noisy(new InstanceNoiseConfig(1, new ScheduleConfig.Constant()));

        assertThat(hashes(vanishing, 3))
                .isEqualTo(hashes(SmallRun.gaussian().config(), 3))
                .doesNotContainAnyElementsOf(hashes(loud, 3));
    }

    @Test
    void aMomentumScheduleMovesTheMomentum() {
        OptimizerConfig momentum = new OptimizerConfig.Momentum(0.1, 0.5);
        GanConfig constant = withOptimizer(momentum, new ScheduleConfig.Constant());
        GanConfig rising = withOptimizer(momentum, new ScheduleConfig.Linear(1.4));
        GanConfig plain = withOptimizer(momentum, null);

        assertThat(hashes(constant, 5)).isEqualTo(hashes(plain, 5));
        assertThat(hashes(rising, 5)).doesNotContainAnyElementsOf(hashes(plain, 5));
        // At t = 50 of 100 steps the factor is 1.2: two runs that start there with equal accumulators show it.
        GanConfig faster = withOptimizer(new OptimizerConfig.Momentum(0.1, 0.5 * 1.2), null);
        assertThat(hashesOfStep50(rising)).isEqualTo(hashesOfStep50(faster));
    }

    private List<String> hashesOfStep50(GanConfig config) {
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            for (String network : List.of("generator", "discriminator")) {
                Arena momentum = trainer.state().arenas().get(network + "Optimizer.momentum");
                backend.fill(Objects.requireNonNull(momentum).tensor(), 0.25f);
            }
            trainer.state().restore(SmallRun.numbers(50, 1, 0, 0, 0, 0, 0));
            trainer.advance();
            return SmallRun.hashes(trainer);
        }
    }

    @Test
    void aNormalisedDiscriminatorComputesWithItsNormalisedWeights() {
        GanConfig config = SmallRun.gaussian()
                .discriminator(NetworkConfig::withSpectralNorm)
                .config();
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            for (int step = 0; step < 50; step++) {
                trainer.advance();
            }
            float[] weight =
                    trainer.networks().spectralNorm().orElseThrow().normalised().readWeight(0);
            double square = 0;
            for (float element : weight) {
                square += (double) element * element;
            }
            // A weight of one row has its own length as its singular value.
            assertThat(Math.sqrt(square)).isCloseTo(1, within(1e-5));
            try (Discriminator discriminator = new Discriminator(trainer.networks(), config)) {
                double slope = Math.abs(
                        discriminator.judge(new float[] {1})[0] - discriminator.judge(new float[] {1.01f})[0]);
                assertThat(slope).isLessThanOrEqualTo(0.01 / 4 + 1e-6);
            }
            assertThat(hashes(config, 3))
                    .doesNotContainAnyElementsOf(hashes(SmallRun.gaussian().config(), 3));
        }
    }

    @Test
    void aNormalisedRunGoesOnFromItsTensorsAndState() {
        GanConfig config = SmallRun.gaussian()
                .discriminator(NetworkConfig::withSpectralNorm)
                .config();
        try (GanTrainer first = new GanTrainer(backend, config, SmallRun.gaussianSamples());
                GanTrainer second = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            first.train(9, TrainingListener.NONE);
            first.state()
                    .arenas()
                    .forEach((name, arena) -> Objects.requireNonNull(
                                    second.state().arenas().get(name))
                            .copyFrom(arena));
            second.state().restore(first.state().numbers());
            first.train(20, TrainingListener.NONE);
            second.train(20, TrainingListener.NONE);

            assertThat(SmallRun.hashes(second)).isEqualTo(SmallRun.hashes(first));
        }
    }

    @Test
    void samplesOfAToldGeneratorTakeTurnsInTheirClasses() {
        GanConfig config = CuredSystems.all().get(2);
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config)) {
            assertThat(generator.classes()).isEqualTo(4);
            float[] all = generator.generate(1, 16, 12);
            float[] second = generator.generateClass(1, 16, 12, 2);
            for (int i = 0; i < 12; i++) {
                float[] row = Arrays.copyOfRange(all, 3 * i, 3 * i + 3);
                float[] same = Arrays.copyOfRange(second, 3 * i, 3 * i + 3);
                if (i % 4 == 2) {
                    assertThat(row).isEqualTo(same);
                } else {
                    assertThat(row).isNotEqualTo(same);
                }
            }
        }
    }

    @Test
    void aDiscriminatorOfPacksIsShownPacksOfEqualRows() {
        GanConfig config = CuredSystems.all().getFirst();
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Discriminator discriminator = new Discriminator(networks, config)) {
            float[] twice = {1, 2, 3, 4, 5, 6};
            float[] packs = {1, 2, 3, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 4, 5, 6};
            double[] judged = discriminator.judge(twice);

            assertThat(judged).hasSize(2);
            assertThat(discriminator.summarize(packs).mean()).isCloseTo((judged[0] + judged[1]) / 2, within(1e-12));
        }
    }

    private static GanConfig noisy(InstanceNoiseConfig noise) {
        return SmallRun.gaussian()
                .batch(BatchConfig.of(10).withInstanceNoise(noise))
                .config();
    }

    private static GanConfig withOptimizer(OptimizerConfig optimizer, @Nullable ScheduleConfig schedule) {
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        NetworkConfig generator = NetworkConfig.of(
                List.of(LayerConfig.of(5, Kind.TANH), LayerConfig.of(1, Kind.IDENTITY)), initializer, optimizer);
        NetworkConfig discriminator = NetworkConfig.of(
                List.of(LayerConfig.leakyRelu(6, 0.2), LayerConfig.of(1, Kind.IDENTITY)), initializer, optimizer);
        return SmallRun.gaussian()
                .generator(g -> schedule == null ? generator : generator.withMomentumSchedule(schedule))
                .discriminator(d -> schedule == null ? discriminator : discriminator.withMomentumSchedule(schedule))
                .config();
    }

    private List<String> hashes(GanConfig config, int steps) {
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples())) {
            trainer.train(steps, TrainingListener.NONE);
            return SmallRun.hashes(trainer);
        }
    }
}
