package joust.gan;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.nn.Mlp;
import joust.nn.Pass;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** The generator's loss and its gradient through a discriminator of which nothing is computed but the way down. */
final class GeneratorUpdate {
    private final GanConfig config;
    private final Objective objective;
    private final NoiseSource noise;
    private final @Nullable LabelRows labels;
    private final InstanceNoise instanceNoise;
    private final Pass generator;
    private final Pass discriminator;
    private final GeneratorInput z;
    private final Tensor losses;
    private final JudgedRows judged;
    private final float scale;

    /** Allocates what the loss needs in a workspace, which closes it. */
    GeneratorUpdate(
            Workspace workspace,
            GanConfig config,
            Mlp generator,
            Mlp discriminator,
            NoiseSource noise,
            @Nullable LabelRows labels,
            InstanceNoise instanceNoise) {
        Backend backend = discriminator.backend();
        this.config = config;
        this.objective = new Objective(backend, config.loss());
        this.noise = noise;
        this.labels = labels;
        this.instanceNoise = instanceNoise;
        BatchConfig batch = config.batch();
        this.generator = generator.pass(batch.size());
        this.discriminator = discriminator.pass(batch.packs());
        this.z = new GeneratorInput(workspace, backend, config, batch.size());
        this.losses = workspace.allocate(batch.packs(), 1);
        this.judged = new JudgedRows(workspace, backend, batch, this.generator, instanceNoise.isPresent());
        this.scale = (float) rowWeight(config);
    }

    /** The factor of each input's loss: minus the discriminator's loss keeps that one's mean. */
    static double rowWeight(GanConfig config) {
        return config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY
                ? DiscriminatorUpdate.rowWeight(config.batch())
                : 1.0 / config.batch().packs();
    }

    /**
     * Fills the gradients of the generator's weights, without decay; changes no parameter.
     *
     * @param step steps done
     * @param update the number of this update, counted from 0
     */
    void computeGradients(long step, long update, int stream, long noisePosition) {
        noise.fill(config.seed(), stream, noisePosition, z.noise());
        Tensor told = judged.labels();
        if (told != null && labels != null) {
            labels.drawn(config.seed(), update, told);
        }
        Tensor taken = z.join(told);
        generator.forward(taken);
        judged.copy();
        instanceNoise.addToGenerated(step, update, judged.data());
        discriminator.forward(judged.join());
        objective.generator(discriminator, scale, losses);
        judged.backward(discriminator);
        generator.backwardWeightsFromSink(taken, Store.OVERWRITE);
    }

    Tensor losses() {
        return losses;
    }
}
