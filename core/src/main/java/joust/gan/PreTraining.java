package joust.gan;

import java.util.function.BooleanSupplier;
import joust.backend.Backend;
import joust.backend.Store;
import joust.backend.Tensor;
import joust.data.Univariate;
import joust.math.RandomFill;
import joust.nn.Head;
import joust.nn.Mlp;
import joust.nn.Parameters;
import joust.nn.Pass;
import joust.nn.Workspace;

/** The regression of a copy of the discriminator on the density of the data, whose parameters the discriminator then takes over. */
final class PreTraining implements AutoCloseable {
    private final Backend backend;
    private final GanConfig config;
    private final PreTrainingConfig settings;
    private final Univariate density;
    private final float low;
    private final float high;
    private final Parameters parameters;
    private final Mlp network;
    private final NetworkUpdate update;
    private final Tensor points;
    private final Tensor targets;
    private final Tensor losses;
    private final float[] values;
    private final Workspace workspace;

    PreTraining(Backend backend, GanConfig config, PreTrainingConfig settings, Univariate density, Parameters initial) {
        this.backend = backend;
        this.config = config;
        this.settings = settings;
        this.density = density;
        this.low = (float) (density.mean() - settings.deviations() * density.deviation());
        this.high = (float) (density.mean() + settings.deviations() * density.deviation());
        int size = config.batch().size();
        Head head = Head.scaled((float) config.discriminator().outputScale());
        this.values = new float[size];
        this.workspace = new Workspace(backend);
        try {
            this.parameters = workspace.add(Parameters.allocate(backend, initial.shape()), Parameters::close);
            parameters.copyFrom(initial);
            this.network = workspace.add(new Mlp(parameters, head), Mlp::close);
            this.update = workspace.add(
                    new NetworkUpdate(parameters, settings.optimizer(), settings.schedule()), NetworkUpdate::close);
            this.points = workspace.allocate(size, 1);
            this.targets = workspace.allocate(size, 1);
            this.losses = workspace.allocate(size, 1);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /**
     * Trains the copy and hands its parameters over.
     *
     * @param stop asked before each update whether to give up
     * @return whether it came to its end; else {@code discriminator} is as it was
     */
    boolean run(TrainingListener listener, Parameters discriminator, BooleanSupplier stop) {
        int steps = settings.steps();
        for (int done = 0; done < steps; done++) {
            if (stop.getAsBoolean()) {
                return false;
            }
            computeGradients(done);
            if (done % config.logEvery() == 0) {
                listener.onPreTraining(done, meanLoss());
            }
            update.apply(done, steps);
        }
        computeGradients(steps);
        listener.onPreTraining(steps, meanLoss());
        discriminator.copyFrom(parameters);
        return true;
    }

    private void computeGradients(int done) {
        int size = values.length;
        long position = done * RandomFill.blocks(size);
        RandomFill.uniform(config.seed(), Streams.PRE_TRAINING, position, low, high - low, values, 0, size);
        backend.upload(values, 0, points);
        for (int i = 0; i < size; i++) {
            values[i] = (float) density.density(values[i]);
        }
        backend.upload(values, 0, targets);
        Pass pass = network.pass(size);
        pass.forward(points);
        backend.squaredError(pass.output(), targets, (float) (1.0 / size), losses, pass.outputGradient());
        pass.backwardWeights(points, Store.OVERWRITE);
    }

    private double meanLoss() {
        backend.download(losses, values, 0);
        double sum = 0;
        for (float loss : values) {
            sum += loss;
        }
        return sum / values.length;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
