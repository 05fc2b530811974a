package joust.gan;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.nn.Mlp;
import joust.nn.Pass;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The discriminator's loss on real and generated rows and its gradient. The rows always pass together: the products that make the
 * gradients run over the rows in order, so two batches one after the other give the same bits, and only the means differ. Rows lie
 * one after the other, so a pack of them is one longer row of the same numbers.
 */
final class DiscriminatorUpdate {
    private final Backend backend;
    private final GanConfig config;
    private final Objective objective;
    private final NoiseSource noise;
    private final RealBatches real;
    private final @Nullable LabelRows labels;
    private final InstanceNoise instanceNoise;
    private final Mlp generator;
    private final Pass whole;
    private final Pass realPass;
    private final Pass fakePass;
    private final Tensor input;
    private final Tensor realInput;
    private final Tensor fakeInput;
    private final SideRows realRows;
    private final SideRows fakeRows;
    private final GeneratorInput z;
    private final Tensor realLosses;
    private final Tensor fakeLosses;
    private final @Nullable PenaltyTerm penalty;
    private final float scale;

    /** Allocates what the loss needs in a workspace, which closes it. */
    DiscriminatorUpdate(
            Workspace workspace,
            GanConfig config,
            Mlp generator,
            Mlp discriminator,
            NoiseSource noise,
            RealBatches real,
            @Nullable LabelRows labels,
            InstanceNoise instanceNoise) {
        this.backend = discriminator.backend();
        this.config = config;
        this.objective = new Objective(backend, config.loss());
        this.noise = noise;
        this.real = real;
        this.labels = labels;
        this.instanceNoise = instanceNoise;
        this.generator = generator;
        BatchConfig batch = config.batch();
        int size = batch.size();
        int packs = batch.packs();
        int columns = generator.shape().outputs();
        int width = columns + batch.classes();
        boolean generatedFirst = batch.layout() == BatchConfig.Layout.GENERATED_FIRST;
        int realFirst = generatedFirst ? packs : 0;
        int fakeFirst = packs - realFirst;
        this.whole = discriminator.pass(2 * packs);
        this.realPass = whole.rows(realFirst, packs);
        this.fakePass = whole.rows(fakeFirst, packs);
        int packed = batch.packing() * width;
        this.input = workspace.allocate(2 * packs, packed);
        this.realInput = backend.view(input, realFirst * packed, packs, packed);
        this.fakeInput = backend.view(input, fakeFirst * packed, packs, packed);
        this.realRows = new SideRows(workspace, backend, batch, columns, backend.view(realInput, 0, size, width));
        this.fakeRows = new SideRows(workspace, backend, batch, columns, backend.view(fakeInput, 0, size, width));
        this.z = new GeneratorInput(workspace, backend, config, size);
        this.realLosses = workspace.allocate(packs, 1);
        this.fakeLosses = workspace.allocate(packs, 1);
        PenaltyConfig term = config.loss().penalty();
        this.penalty =
                term == null ? null : new PenaltyTerm(workspace, backend, term, config.seed(), discriminator, packs);
        this.scale = (float) rowWeight(batch);
    }

    /** The factor of each input's loss in the batch's: a mean over all, or one over the real and one over the generated. */
    static double rowWeight(BatchConfig batch) {
        return batch.layout() == BatchConfig.Layout.APART ? 1.0 / batch.packs() : 0.5 / batch.packs();
    }

    /**
     * Fills the gradients of the weights that the discriminator computes with, without decay; changes no parameter.
     *
     * @param step steps done
     * @param update the number of this update, counted from 0
     */
    void computeGradients(long step, long update, long noisePosition, long dataPosition) {
        drawReal(step, update, dataPosition);
        generate(step, update, noisePosition);
        whole.forward(input);
        objective.real(realPass, scale, realLosses);
        objective.fake(fakePass, scale, fakeLosses);
        whole.backwardWeights(input, Store.OVERWRITE);
        if (penalty != null) {
            penalty.addGradients(update, realInput, realPass, fakeInput);
        }
    }

    private void drawReal(long step, long update, long position) {
        real.draw(config.seed(), Streams.DATA, position, realRows.data());
        Tensor told = realRows.labels();
        if (told != null && labels != null) {
            labels.ofData(config.seed(), Streams.DATA, position, told);
        }
        instanceNoise.addToReal(step, update, realRows.data());
        realRows.join();
    }

    private void generate(long step, long update, long position) {
        noise.fill(config.seed(), Streams.DISCRIMINATOR_NOISE, position, z.noise());
        Tensor made = generator.pass(z.noise().rows()).forward(z.join(realRows.labels()));
        backend.copyRows(made, 0, made.rows(), fakeRows.data(), 0);
        Tensor told = fakeRows.labels();
        Tensor asked = realRows.labels();
        if (told != null && asked != null) {
            backend.copy(asked, told);
        }
        instanceNoise.addToFake(step, update, fakeRows.data());
        fakeRows.join();
    }

    /** Waits, then gives the penalty's term of the loss; 0 where there is none. */
    double penaltyLoss() {
        return penalty == null ? 0 : penalty.value();
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
