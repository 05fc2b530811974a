package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import joust.backend.Backend;
import joust.math.RandomFill;
import joust.nn.Mlp;
import joust.nn.ReferenceMlp;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final int COUNT = 700;

    private final Backend backend = TestBackend.open();

    @Test
    void samplesAreTheReferencesForTheNoiseOfTheirStream() {
        GanConfig config = SmallSystems.small("digits");
        float[] noise = new float[COUNT * 4];
        RandomFill.normal(9, 20, 0, 0, 1, noise, 0, noise.length);
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Mlp network = networks.samplingNetwork();
                Generator generator = Generator.of(networks, config)) {
            double[][] expected = ReferenceMlp.of(network)
                    .forward(ReferenceMlp.rows(noise, 4))
                    .output();

            float[] samples = generator.generate(9, 20, COUNT);

            assertThat(generator.columns()).isEqualTo(9);
            assertThat(samples).hasSize(COUNT * 9);
            for (int row = 0; row < COUNT; row++) {
                for (int j = 0; j < 9; j++) {
                    assertThat((double) samples[row * 9 + j]).isCloseTo(expected[row][j], within(1e-5));
                }
            }
            assertThat(generator.transform(noise)).isEqualTo(samples);
        }
    }

    @Test
    void theFirstOfManyAreTheFirstOfFew() {
        GanConfig config = SmallSystems.small("mnist");
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config)) {
            float[] many = generator.generate(9, 20, COUNT);

            assertThat(Arrays.copyOf(many, 5 * 9)).isEqualTo(generator.generate(9, 20, 5));
            assertThat(generator.generate(9, 21, 5)).isNotEqualTo(generator.generate(9, 20, 5));
            assertThat(generator.generate(8, 20, 5)).isNotEqualTo(generator.generate(9, 20, 5));
        }
    }

    @Test
    void aSmallGeneratorMakesTheSameSamples() {
        for (GanConfig config : List.of(
                SmallSystems.small("mnist"),
                SmallSystems.small("digits-conditional"),
                SmallRun.gaussian()
                        .noise(new NoiseConfig.Stratified(-1, 1, 0.01))
                        .config())) {
            try (GanNetworks networks = GanNetworks.initialize(backend, config);
                    Generator generator = Generator.of(networks, config);
                    Generator small = Generator.of(networks, config, 5)) {
                assertThat(small.generate(9, 20, 5)).isEqualTo(generator.generate(9, 20, 5));
                assertThat(small.generate(9, 20, COUNT)).isEqualTo(generator.generate(9, 20, COUNT));
            }
        }
    }

    @Test
    void stratifiedNoiseIsSpreadOverAllSamples() {
        GanConfig config =
                SmallRun.gaussian().noise(new NoiseConfig.Stratified(-1, 1, 0)).config();
        float[] strata = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            strata[i] = (float) (-1 + 2.0 * i / (COUNT - 1));
        }
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config)) {
            assertThat(generator.generate(9, 20, COUNT)).isEqualTo(generator.transform(strata));
        }
    }

    @Test
    void samplesComeFromTheMovingAverageUnlessTheRawParametersAreAskedFor() {
        GanConfig config = SmallRun.gaussian().movingAverage(0.9).config();
        GanConfig without = SmallRun.gaussian().config();
        try (GanTrainer trainer = new GanTrainer(backend, config, SmallRun.gaussianSamples());
                GanTrainer plain = new GanTrainer(backend, without, SmallRun.gaussianSamples());
                Generator average = Generator.of(trainer.networks(), config);
                Generator raw = Generator.raw(trainer.networks(), config);
                Generator ofPlain = Generator.of(plain.networks(), without)) {
            assertThat(average.generate(9, 20, 3)).isEqualTo(raw.generate(9, 20, 3));
            trainer.advance();
            plain.advance();

            assertThat(average.generate(9, 20, 3)).isNotEqualTo(raw.generate(9, 20, 3));
            assertThat(raw.generate(9, 20, 3)).isEqualTo(ofPlain.generate(9, 20, 3));
        }
    }

    @Test
    void aCountThatNoArrayHoldsIsRefused() {
        GanConfig config = SmallSystems.small("toy2d");
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Generator generator = Generator.of(networks, config)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> generator.generate(1, 16, 0))
                    .withMessage("count: 0, expected at least 1 and at most 1073741819 samples of 2 values");
            assertThatIllegalArgumentException().isThrownBy(() -> generator.generate(1, 16, 1_073_741_820));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> generator.transform(new float[3]))
                    .withMessage("rows: 3 numbers, expected one or more rows of 2");
        }
    }
}
