package joust.gan;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.nn.Mlp;
import joust.nn.Pass;
import joust.nn.Workspace;

/**
 * The discriminator's loss on real and generated rows and its gradient. The rows always pass together: the products that make the
 * gradients run over the rows in order, so two batches one after the other give the same bits, and only the means differ.
 */
final class DiscriminatorUpdate {
    private final Backend backend;
    private final GanConfig config;
    private final Objective objective;
    private final NoiseSource noise;
    private final RealBatches real;
    private final Mlp generator;
    private final Pass whole;
    private final Pass realPass;
    private final Pass fakePass;
    private final Tensor input;
    private final Tensor realRows;
    private final Tensor fakeRows;
    private final Tensor z;
    private final Tensor realLosses;
    private final Tensor fakeLosses;
    private final float scale;

    /** Allocates what the loss needs in a workspace, which closes it. */
    DiscriminatorUpdate(
            Workspace workspace,
            GanConfig config,
            Mlp generator,
            Mlp discriminator,
            NoiseSource noise,
            RealBatches real) {
        this.backend = discriminator.backend();
        this.config = config;
        this.objective = new Objective(backend, config.loss());
        this.noise = noise;
        this.real = real;
        this.generator = generator;
        int size = config.batch().size();
        int columns = generator.shape().outputs();
        boolean generatedFirst = config.batch().layout() == BatchConfig.Layout.GENERATED_FIRST;
        int realFirst = generatedFirst ? size : 0;
        int fakeFirst = size - realFirst;
        this.whole = discriminator.pass(2 * size);
        this.realPass = whole.rows(realFirst, size);
        this.fakePass = whole.rows(fakeFirst, size);
        this.input = workspace.allocate(2 * size, columns);
        this.realRows = backend.view(input, realFirst * columns, size, columns);
        this.fakeRows = backend.view(input, fakeFirst * columns, size, columns);
        this.z = workspace.allocate(size, config.noise().dimension());
        this.realLosses = workspace.allocate(size, 1);
        this.fakeLosses = workspace.allocate(size, 1);
        this.scale = (float) rowWeight(config.batch());
    }

    /** The factor of each row's loss in the batch's: a mean over all rows, or one over the real and one over the generated. */
    static double rowWeight(BatchConfig batch) {
        return batch.layout() == BatchConfig.Layout.APART ? 1.0 / batch.size() : 0.5 / batch.size();
    }

    /** Fills the gradients of the discriminator's weights, without decay; changes no parameter. */
    void computeGradients(long noisePosition, long dataPosition) {
        real.draw(config.seed(), Streams.DATA, dataPosition, realRows);
        noise.fill(config.seed(), Streams.DISCRIMINATOR_NOISE, noisePosition, z);
        Tensor generated = generator.pass(z.rows()).forward(z);
        backend.copyRows(generated, 0, z.rows(), fakeRows, 0);
        whole.forward(input);
        objective.real(realPass, scale, realLosses);
        objective.fake(fakePass, scale, fakeLosses);
        whole.backwardWeights(input, Store.OVERWRITE);
    }

    Tensor realOutputs() {
        return realPass.output();
    }

    Tensor fakeOutputs() {
        return fakePass.output();
    }

    Tensor realLosses() {
        return realLosses;
    }

    Tensor fakeLosses() {
        return fakeLosses;
    }
}
