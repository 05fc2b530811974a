package joust.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.RandomFill;
import joust.nn.Arena;
import joust.nn.Head;
import joust.nn.Layer;
import joust.nn.Mlp;
import joust.nn.NetworkShape;
import joust.nn.Parameters;
import joust.nn.SpectralNorm;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** The two networks that a configuration describes, on one backend: all that a trained GAN is. */
public final class GanNetworks implements AutoCloseable {
    private final Parameters generator;
    private final Parameters discriminator;
    private final @Nullable Arena generatorAverage;
    private final @Nullable SpectralNorm spectralNorm;
    private final Head generatorHead;
    private final Head discriminatorHead;
    private final Workspace workspace;

    private GanNetworks(Workspace workspace, Backend backend, GanConfig config) {
        this.workspace = workspace;
        this.generator = workspace.add(Parameters.allocate(backend, generatorShape(config)), Parameters::close);
        this.discriminator = workspace.add(Parameters.allocate(backend, discriminatorShape(config)), Parameters::close);
        this.generatorAverage =
                config.movingAverageDecay() == null ? null : workspace.add(generator.allocateState(), Arena::close);
        this.spectralNorm = config.discriminator().spectralNorm() ? new SpectralNorm(workspace, discriminator) : null;
        this.generatorHead = head(config.generator());
        this.discriminatorHead = head(config.discriminator());
    }

    /** Allocates both networks, all parameters +0. */
    public static GanNetworks allocate(Backend backend, GanConfig config) {
        Workspace workspace = new Workspace(backend);
        try {
            return new GanNetworks(workspace, backend, config);
        } catch (RuntimeException | Error e) {
            workspace.close();
            throw e;
        }
    }

    /** Allocates both networks with the initial weights of the configuration's seed; the moving average starts from them. */
    public static GanNetworks initialize(Backend backend, GanConfig config) {
        GanNetworks networks = allocate(backend, config);
        try {
            networks.setInitialWeights(config);
            return networks;
        } catch (RuntimeException | Error e) {
            networks.close();
            throw e;
        }
    }

    private void setInitialWeights(GanConfig config) {
        long seed = config.seed();
        initialize(generator, config.generator(), seed, Streams.GENERATOR_WEIGHTS, Streams.GENERATOR_BIASES);
        initialize(
                discriminator,
                config.discriminator(),
                seed,
                Streams.DISCRIMINATOR_WEIGHTS,
                Streams.DISCRIMINATOR_BIASES);
        spectralNorm().ifPresent(norm -> norm.initialize(seed, Streams.DIRECTIONS, 0));
        generatorAverage().ifPresent(average -> average.copyFrom(generator.values()));
    }

    private static void initialize(
            Parameters parameters, NetworkConfig config, long seed, int weightStream, int biasStream) {
        config.initializer().initializer().initialize(parameters, seed, weightStream);
        long position = 0;
        for (int i = 0; i < config.layers().size() - 1 && config.biasDeviation() > 0; i++) {
            Tensor bias = parameters.bias(i);
            parameters.backend().normal(seed, biasStream, position, 0, (float) config.biasDeviation(), bias);
            position += RandomFill.blocks(bias.size());
        }
    }

    /** The layers of a configuration's generator. */
    public static NetworkShape generatorShape(GanConfig config) {
        return shape(config.noise().dimension() + config.batch().classes(), config.generator());
    }

    /** The layers of a configuration's discriminator. */
    public static NetworkShape discriminatorShape(GanConfig config) {
        BatchConfig batch = config.batch();
        int columns = config.generator().output().width() + batch.classes();
        return shape(batch.packing() * columns, config.discriminator());
    }

    /** The generator's parameters and gradients. */
    public Parameters generator() {
        return generator;
    }

    /** The discriminator's parameters and gradients. */
    public Parameters discriminator() {
        return discriminator;
    }

    /** The moving average of the generator's parameters, where the configuration asks for one. */
    public Optional<Arena> generatorAverage() {
        return Optional.ofNullable(generatorAverage);
    }

    /** All that the networks consist of; {@link GanTrainer#state} includes it. */
    public RunState state() {
        RunState state = new RunState();
        state.add("generator", generator.values());
        generatorAverage().ifPresent(average -> state.add("generatorAverage", average));
        state.add("discriminator", discriminator.values());
        spectralNorm().ifPresent(norm -> {
            state.add("discriminatorDirections", norm.directions());
            state.afterRestore(norm::refresh);
        });
        return state;
    }

    /** What normalises the discriminator's weights, where the configuration asks for it. */
    public Optional<SpectralNorm> spectralNorm() {
        return Optional.ofNullable(spectralNorm);
    }

    /** The generator at its raw parameters; the caller closes it. */
    public Mlp generatorNetwork() {
        return new Mlp(generator, generatorHead);
    }

    /** The generator that samples are made of: at the moving average of its parameters where there is one; the caller closes it. */
    public Mlp samplingNetwork() {
        return generatorAverage == null ? generatorNetwork() : new Mlp(generator, generatorAverage, generatorHead);
    }

    /** The discriminator; the caller closes it. */
    public Mlp discriminatorNetwork() {
        return spectralNorm == null
                ? new Mlp(discriminator, discriminatorHead)
                : new Mlp(discriminator, spectralNorm.normalised(), discriminatorHead);
    }

    /** Gives the tensors of both networks back. */
    @Override
    public void close() {
        workspace.close();
    }

    private static NetworkShape shape(int inputs, NetworkConfig config) {
        List<Layer> layers = new ArrayList<>();
        int below = inputs;
        for (LayerConfig layer : config.layers()) {
            layers.add(new Layer(below, layer.width(), layer.function()));
            below = layer.width();
        }
        return new NetworkShape(layers);
    }

    private static Head head(NetworkConfig config) {
        ClampConfig clamp = config.clamp();
        return clamp == null
                ? Head.scaled((float) config.outputScale())
                : new Head((float) config.outputScale(), (float) clamp.low(), (float) clamp.high());
    }
}
