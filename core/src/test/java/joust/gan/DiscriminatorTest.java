package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import joust.backend.Backend;
import joust.nn.Mlp;
import joust.nn.ReferenceMlp;
import org.junit.jupiter.api.Test;

class DiscriminatorTest {
    private final Backend backend = TestBackend.open();

    @Test
    void everyRowIsJudgedAsTheReferenceDoes() {
        GanConfig config = SmallSystems.small("mnist");
        float[] rows = new float[600 * 9];
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextDouble(-2, 2);
        }
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Mlp network = networks.discriminatorNetwork();
                Discriminator discriminator = new Discriminator(networks, config)) {
            double[][] logits =
                    ReferenceMlp.of(network).forward(ReferenceMlp.rows(rows, 9)).output();

            double[] judgements = discriminator.judge(rows);

            assertThat(judgements).hasSize(600);
            double sum = 0;
            for (int row = 0; row < 600; row++) {
                assertThat(judgements[row]).isCloseTo(1 / (1 + Math.exp(-logits[row][0])), within(1e-5));
                sum += judgements[row];
            }
            assertThat(discriminator.summarize(rows).mean()).isCloseTo(sum / 600, within(1e-12));
        }
    }

    @Test
    void rowsThatAreNotWholeAreRefused() {
        GanConfig config = SmallSystems.small("toy2d");
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Discriminator discriminator = new Discriminator(networks, config)) {
            for (int length : new int[] {0, 3}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> discriminator.judge(new float[length]))
                        .withMessage("rows: " + length + " numbers, expected one or more rows of 2");
            }
        }
    }
}
