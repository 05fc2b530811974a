package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Activation.Kind;
import joust.backend.Backend;
import joust.nn.Mlp;
import joust.nn.Workspace;
import org.junit.jupiter.api.Test;

class DiscriminatorUpdateTest {
    private static final int SIZE = 10;

    private final Backend backend = TestBackend.open();

    /**
     * The gradient of a bias on the output is one chain over all rows in order. With Wasserstein's loss its terms are minus
     * and plus the weight of a row, so what rounding leaves of their sum has the sign that the order gives it.
     */
    @Test
    void theLayoutSaysWhichRowsComeFirst() {
        float generatedFirst = gradient(BatchConfig.Layout.GENERATED_FIRST);
        float realFirst = gradient(BatchConfig.Layout.REAL_FIRST);

        assertThat(generatedFirst).isEqualTo(chain(0.05f, -0.05f)).isPositive();
        assertThat(realFirst).isEqualTo(chain(-0.05f, 0.05f)).isNegative();
    }

    private static float chain(float first, float second) {
        float sum = 0;
        for (int row = 0; row < 2 * SIZE; row++) {
            sum += row < SIZE ? first : second;
        }
        return sum;
    }

    private float gradient(BatchConfig.Layout layout) {
        GanConfig config = SmallRun.gaussian()
                .loss(LossFunction.WASSERSTEIN)
                .discriminator(d -> NetworkConfig.of(
                                List.of(LayerConfig.of(1, Kind.IDENTITY)), d.initializer(), d.optimizer())
                        .withWeightClip(1))
                .batch(new BatchConfig(SIZE, layout, false))
                .config();
        try (GanNetworks networks = GanNetworks.initialize(backend, config);
                Mlp generator = networks.generatorNetwork();
                Mlp discriminator = networks.discriminatorNetwork();
                NoiseSource noise = new NoiseSource(backend, config.noise());
                RealBatches real = RealBatches.of(backend, SmallRun.gaussianSamples(), SIZE, false);
                Workspace workspace = new Workspace(backend)) {
            InstanceNoise instanceNoise = new InstanceNoise(workspace, backend, config);
            new DiscriminatorUpdate(workspace, config, generator, discriminator, noise, real, null, instanceNoise)
                    .computeGradients(0, 0, 0, 0);
            return networks.discriminator().gradients().readBias(0)[0];
        }
    }
}
