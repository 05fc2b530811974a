package joust.gan;

import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.math.RandomFill;
import joust.nn.InputGradientPenalty;
import joust.nn.Mlp;
import joust.nn.Pass;
import joust.nn.Workspace;

/** The penalty of the discriminator's loss on the rows of its update. */
final class PenaltyTerm {
    private final Backend backend;
    private final long seed;
    private final InputGradientPenalty penalty;
    private final boolean between;
    private final Pass pass;
    private final Tensor shares;
    private final Tensor ones;
    private final Tensor spread;
    private final Tensor difference;
    private final Tensor points;

    /**
     * Prepares the term, with all that it needs in a workspace, which closes it.
     *
     * @param packs the discriminator's inputs on each side
     */
    PenaltyTerm(Workspace workspace, Backend backend, PenaltyConfig config, long seed, Mlp discriminator, int packs) {
        this.backend = backend;
        this.seed = seed;
        this.penalty = config.start(workspace, discriminator, packs);
        this.between = config instanceof PenaltyConfig.WganGp;
        this.pass = discriminator.pass(packs);
        int columns = discriminator.shape().inputs();
        this.shares = workspace.allocate(packs, 1);
        this.ones = workspace.allocate(1, columns);
        this.spread = workspace.allocate(packs, columns);
        this.difference = workspace.allocate(packs, columns);
        this.points = workspace.allocate(packs, columns);
        backend.fill(ones, 1);
    }

    /**
     * Adds the term's gradient to that of the discriminator's weights.
     *
     * @param update the number of the discriminator's update, counted from 0
     * @param real the discriminator's real inputs, which {@code realPass} has taken forward
     * @param fake the generated ones
     */
    void addGradients(long update, Tensor real, Pass realPass, Tensor fake) {
        if (between) {
            mix(update, real, fake);
            pass.forward(points);
            penalty.addGradients(points, pass);
        } else {
            penalty.addGradients(real, realPass);
        }
    }

    /** {@code points = fma(1, fake, u (real - fake))}, u uniform per input. */
    private void mix(long update, Tensor real, Tensor fake) {
        long position = update * RandomFill.blocks(shares.rows());
        backend.uniform(seed, Streams.PENALTY, position, 0, 1, shares);
        backend.matmul(false, shares, false, ones, Store.OVERWRITE, spread);
        backend.copy(real, difference);
        backend.addScaled(-1, fake, difference);
        backend.multiply(spread, difference, points);
        backend.addScaled(1, fake, points);
    }

    /** Waits, then gives the term's value. */
    double value() {
        return penalty.value();
    }
}
