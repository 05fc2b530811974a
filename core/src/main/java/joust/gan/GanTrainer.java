package joust.gan;

import java.util.function.BooleanSupplier;
import joust.backend.Backend;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.data.Univariate;
import joust.nn.Parameters;
import joust.nn.SpectralNorm;
import joust.nn.Workspace;

/**
 * Trains the two networks of a {@link GanConfig} against each other (Goodfellow et al. 2014, algorithm 1, and its relatives). A step is
 * {@code discriminatorSteps} updates of the discriminator and {@code generatorSteps} of the generator. The generator's update takes its
 * gradient through the discriminator and leaves that one as it is, down to the bit.
 *
 * <p>What the networks become is a pure function of the configuration, the samples and the backend's arithmetic; neither logging nor
 * listeners nor evaluation have a part in it. After the first step nothing is allocated by a step, and nothing is read back from
 * the backend within one.
 *
 * <p>For the thread that uses the backend, but for {@link #requestStop}.
 */
public final class GanTrainer implements AutoCloseable {
    private final Backend backend;
    private final GanConfig config;
    private final Samples samples;
    private final GanNetworks networks;
    private final TrainingStep steps;
    private final RunState state;
    private final Workspace workspace;
    private boolean preTrained;
    private boolean ended;
    private volatile boolean stopRequested;

    /**
     * Prepares a run from its beginning.
     *
     * @param backend stays open when the trainer is closed
     * @param samples the real rows, as {@link DataSources#open} finds them for {@code config.data()}
     * @throws ConfigException if the configuration does not fit the samples
     */
    public GanTrainer(Backend backend, GanConfig config, Samples samples) {
        checkFit(config, samples);
        this.backend = backend;
        this.config = config;
        this.samples = samples;
        this.workspace = new Workspace(backend);
        try {
            this.networks = workspace.add(GanNetworks.initialize(backend, config), GanNetworks::close);
            this.steps = new TrainingStep(workspace, backend, config, networks, samples);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
        this.preTrained = config.preTraining() == null;
        this.state = networks.state();
        state.add("preTrained", () -> preTrained ? 1 : 0, value -> preTrained = value != 0);
        steps.register(state);
    }

    private static void checkFit(GanConfig config, Samples samples) {
        Check.require(
                config.generator().output().width() == samples.columns(),
                "generator.layers[" + (config.generator().layers().size() - 1) + "].width",
                config.generator().output().width(),
                samples.columns() + ", the columns of " + samples.name());
        int classes = config.batch().classes();
        int found = samples instanceof FiniteSamples finite ? finite.classes() : 0;
        Check.require(
                classes == 0 || classes == found,
                "batch.classes",
                classes,
                "0 or " + found + ", the classes of " + samples.name());
        Check.require(
                config.preTraining() == null || samples instanceof Univariate,
                "preTraining",
                "present",
                "none, as " + samples.name() + " has no known density in one dimension");
    }

    /** What is trained. */
    public GanConfig config() {
        return config;
    }

    /** What computes. */
    public Backend backend() {
        return backend;
    }

    /** The real rows. */
    public Samples samples() {
        return samples;
    }

    /** The networks as they are; closed with the trainer. */
    public GanNetworks networks() {
        return networks;
    }

    /** Steps done. */
    public long step() {
        return steps.step();
    }

    /** All that the run goes on from. Between two calls of {@link #train} and from a listener it may be read, and restored. */
    public RunState state() {
        return state;
    }

    /**
     * Asks {@link #train} to return after the step it is in, or at once from now on; may be called from any thread. Pre-training is
     * given up: the discriminator keeps its initial parameters, nothing is logged, and another trainer begins it anew.
     */
    public void requestStop() {
        stopRequested = true;
    }

    /** Whether {@link #requestStop} has been called. */
    public boolean stopRequested() {
        return stopRequested;
    }

    /**
     * Makes the step that {@link #train} is in its last one: the run has come to its end, before the steps that were asked for. For
     * listeners; unlike {@link #requestStop} it holds for one call of {@link #train}.
     */
    public void endEarly() {
        ended = true;
    }

    /**
     * Trains until {@code untilStep} steps are done since the run's beginning, pre-training first where it is still to be done.
     *
     * @throws TrainingDivergedException if a loss or a gradient is found not to be finite when the log is written
     */
    public void train(long untilStep, TrainingListener listener) {
        ended = false;
        listener.onStart(this);
        preTrain(listener, this::stopRequested);
        if (step() == 0 && preTrained) {
            log(listener);
        }
        while (step() < untilStep && !stopRequested && !ended) {
            steps.advance();
            listener.onStep(this, step());
            if (step() % config.logEvery() == 0 || step() == untilStep) {
                log(listener);
            }
            listener.onStepEnd(this, step());
        }
        backend.synchronize();
        listener.onFinish(this);
    }

    /** One step, pre-training first where it is still to be done. Nothing is logged, and the backend may still be computing. */
    public void advance() {
        preTrain(TrainingListener.NONE, () -> false);
        steps.advance();
    }

    /** The log's row of this moment, read back from the backend. */
    public LogRow logRow() {
        return steps.logRow();
    }

    private void log(TrainingListener listener) {
        LogRow row = logRow();
        listener.onLog(this, row);
        row.requireFinite();
    }

    private void preTrain(TrainingListener listener, BooleanSupplier stop) {
        PreTrainingConfig settings = config.preTraining();
        if (preTrained || settings == null) {
            return;
        }
        Parameters discriminator = networks.discriminator();
        try (PreTraining preTraining =
                new PreTraining(backend, config, settings, (Univariate) samples, discriminator)) {
            preTrained = preTraining.run(listener, discriminator, stop);
        }
        if (preTrained) {
            networks.spectralNorm().ifPresent(SpectralNorm::refresh);
            listener.onPreTrained(this);
        }
    }

    /** Gives all tensors back; the backend stays open. */
    @Override
    public void close() {
        workspace.close();
    }
}
