package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.RandomFill;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** The noise on rows that the discriminator sees in training; a pure function of seed, step and the number of the update. */
final class InstanceNoise {
    /** The discriminator's real and generated rows and the generator's take turns on the stream. */
    private static final int TURNS = 3;

    private final Backend backend;
    private final GanConfig config;
    private final @Nullable InstanceNoiseConfig noise;
    private final @Nullable Tensor drawn;

    /** Prepares noise for a batch of rows, which costs nothing where the configuration has none. */
    InstanceNoise(Workspace workspace, Backend backend, GanConfig config) {
        this.backend = backend;
        this.config = config;
        this.noise = config.batch().instanceNoise();
        int columns = config.generator().output().width();
        this.drawn = noise == null ? null : workspace.allocate(config.batch().size(), columns);
    }

    boolean isPresent() {
        return noise != null;
    }

    /** Adds noise to real rows of the discriminator's update of that number, counted from 0. */
    void addToReal(long step, long update, Tensor rows) {
        add(step, TURNS * update, rows);
    }

    /** Adds noise to generated rows of the discriminator's update of that number, counted from 0. */
    void addToFake(long step, long update, Tensor rows) {
        add(step, TURNS * update + 1, rows);
    }

    /** Adds noise to the rows of the generator's update of that number, counted from 0. */
    void addToGenerated(long step, long update, Tensor rows) {
        add(step, TURNS * update + 2, rows);
    }

    private void add(long step, long turn, Tensor rows) {
        if (noise == null || drawn == null) {
            return;
        }
        double deviation = noise.deviation() * noise.schedule().factor(step, config.steps());
        long position = turn * RandomFill.blocks(drawn.size());
        backend.normal(config.seed(), Streams.INSTANCE_NOISE, position, 0, 1, drawn);
        backend.addScaled((float) deviation, drawn, rows);
    }
}
