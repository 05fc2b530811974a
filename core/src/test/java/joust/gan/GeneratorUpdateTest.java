package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Activation.Kind;
import joust.backend.Backend;
import joust.nn.Mlp;
import joust.nn.Workspace;
import org.junit.jupiter.api.Test;

class GeneratorUpdateTest {
    private final Backend backend = TestBackend.open();

    @Test
    void theGeneratorsUpdateLeavesTheDiscriminatorBitIdenticalAndComputesNoneOfItsGradients() {
        for (LossFunction function : LossFunction.values()) {
            GanConfig config = config(function);
            try (GanNetworks networks = GanNetworks.initialize(backend, config);
                    Mlp generator = networks.generatorNetwork();
                    Mlp discriminator = networks.discriminatorNetwork();
                    NoiseSource noise = new NoiseSource(backend, config.noise());
                    NetworkUpdate update = new NetworkUpdate(networks.generator(), config.generator());
                    Workspace workspace = new Workspace(backend)) {
                InstanceNoise instanceNoise = new InstanceNoise(workspace, backend, config);
                GeneratorUpdate loss =
                        new GeneratorUpdate(workspace, config, generator, discriminator, noise, null, instanceNoise);
                backend.fill(networks.discriminator().gradients().tensor(), Float.NaN);
                String discriminatorBefore = networks.discriminator().sha256();
                String generatorBefore = networks.generator().sha256();

                loss.computeGradients(0, 0, Streams.GENERATOR_NOISE, 0);
                update.finishGradients();
                update.apply(0, 1);

                assertThat(networks.discriminator().sha256()).as("%s", function).isEqualTo(discriminatorBefore);
                assertThat(networks.discriminator().gradients().readWeight(0)).containsOnly(Float.NaN);
                assertThat(networks.discriminator().gradients().readBias(1)).containsOnly(Float.NaN);
                assertThat(networks.generator().sha256()).as("%s", function).isNotEqualTo(generatorBefore);
            }
        }
    }

    private static GanConfig config(LossFunction function) {
        SmallRun run = SmallRun.gaussian().loss(function).generator(g -> g.withL2Decay(0.1));
        return switch (function) {
            case CLAMPED_MINIMAX, CLAMPED_NON_SATURATING ->
                run.discriminator(GeneratorUpdateTest::probability).config();
            case WASSERSTEIN -> run.discriminator(d -> d.withWeightClip(1)).config();
            case TWO_CLASS_CROSS_ENTROPY ->
                run.discriminator(GeneratorUpdateTest::twoOutputs).config();
            case MINIMAX, NON_SATURATING, LEAST_SQUARES, HINGE -> run.config();
        };
    }

    private static NetworkConfig probability(NetworkConfig discriminator) {
        return NetworkConfig.of(
                        List.of(discriminator.layers().getFirst(), LayerConfig.of(1, Kind.SIGMOID)),
                        discriminator.initializer(),
                        discriminator.optimizer())
                .withClamp(0.01, 0.99);
    }

    private static NetworkConfig twoOutputs(NetworkConfig discriminator) {
        return NetworkConfig.of(
                List.of(discriminator.layers().getFirst(), LayerConfig.of(2, Kind.IDENTITY)),
                discriminator.initializer(),
                discriminator.optimizer());
    }
}
