package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import joust.backend.Backend;
import org.junit.jupiter.api.Test;

class ToyTest {
    private final Backend backend = TestBackend.open();

    @Test
    void theDecayTermIsThePublishedOneAndStartsWhereItDid() {
        GanConfig toy = Presets.get("toy2d");
        for (long seed = 1; seed <= 20; seed++) {
            try (GanTrainer trainer = new GanTrainer(backend, toy.withSeed(seed), SmallSystems.samples(toy))) {
                LogRow row = trainer.logRow();

                double expected = 0.0025 * sumOfSquaredWeights(trainer);
                assertThat(row.discriminatorDecayLoss()).isCloseTo(expected, within(1e-5 * expected));
                assertThat(row.discriminatorDecayLoss()).isCloseTo(8.42, within(0.6));
                assertThat(row.discriminatorLoss())
                        .isEqualTo(row.discriminatorAdversarialLoss() + row.discriminatorDecayLoss());
                assertThat(row.generatorDecayLoss()).isNegative();
                assertThat(row.generatorAdversarialLoss())
                        .isCloseTo(
                                -row.discriminatorAdversarialLoss(), within(1e-5 * row.discriminatorAdversarialLoss()));
            }
        }
    }

    private static double sumOfSquaredWeights(GanTrainer trainer) {
        double sum = 0;
        for (int layer = 0; layer < 3; layer++) {
            for (float weight : trainer.networks().discriminator().values().readWeight(layer)) {
                sum += (double) weight * weight;
            }
        }
        return sum;
    }
}
