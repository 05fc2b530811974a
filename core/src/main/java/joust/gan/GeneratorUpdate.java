package joust.gan;

import joust.backend.Store;
import joust.backend.Tensor;
import joust.nn.Mlp;
import joust.nn.Pass;
import joust.nn.Workspace;

/** The generator's loss and its gradient through a discriminator of which nothing is computed but the way down. */
final class GeneratorUpdate {
    private final GanConfig config;
    private final Objective objective;
    private final NoiseSource noise;
    private final Pass generator;
    private final Pass discriminator;
    private final Tensor z;
    private final Tensor losses;
    private final float scale;

    /** Allocates what the loss needs in a workspace, which closes it. */
    GeneratorUpdate(Workspace workspace, GanConfig config, Mlp generator, Mlp discriminator, NoiseSource noise) {
        this.config = config;
        this.objective = new Objective(discriminator.backend(), config.loss());
        this.noise = noise;
        int size = config.batch().size();
        this.generator = generator.pass(size);
        this.discriminator = discriminator.pass(size);
        this.z = workspace.allocate(size, config.noise().dimension());
        this.losses = workspace.allocate(size, 1);
        this.scale = (float) rowWeight(config);
    }

    /** The factor of each generated row's loss: minus the discriminator's loss keeps that one's mean. */
    static double rowWeight(GanConfig config) {
        return config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY
                ? DiscriminatorUpdate.rowWeight(config.batch())
                : 1.0 / config.batch().size();
    }

    /** Fills the gradients of the generator's weights, without decay; changes no parameter. */
    void computeGradients(int stream, long noisePosition) {
        noise.fill(config.seed(), stream, noisePosition, z);
        discriminator.forward(generator.forward(z));
        objective.generator(discriminator, scale, losses);
        discriminator.backwardInput(generator.sink());
        generator.backwardWeightsFromSink(z, Store.OVERWRITE);
    }

    Tensor losses() {
        return losses;
    }
}
