package joust.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import joust.backend.Backend;
import joust.nn.Arena;
import joust.nn.Head;
import joust.nn.Layer;
import joust.nn.Mlp;
import joust.nn.NetworkShape;
import joust.nn.Parameters;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** The two networks that a configuration describes, on one backend: all that a trained GAN is. */
public final class GanNetworks implements AutoCloseable {
    private final Parameters generator;
    private final Parameters discriminator;
    private final @Nullable Arena generatorAverage;
    private final Head generatorHead;
    private final Head discriminatorHead;
    private final Workspace workspace;

    private GanNetworks(Workspace workspace, Backend backend, GanConfig config) {
        this.workspace = workspace;
        this.generator = workspace.add(Parameters.allocate(backend, generatorShape(config)), Parameters::close);
        this.discriminator = workspace.add(Parameters.allocate(backend, discriminatorShape(config)), Parameters::close);
        this.generatorAverage =
                config.movingAverageDecay() == null ? null : workspace.add(generator.allocateState(), Arena::close);
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
        config.generator().initializer().initializer().initialize(generator, config.seed(), Streams.GENERATOR_WEIGHTS);
        config.discriminator()
                .initializer()
                .initializer()
                .initialize(discriminator, config.seed(), Streams.DISCRIMINATOR_WEIGHTS);
        generatorAverage().ifPresent(average -> average.copyFrom(generator.values()));
    }

    /** The layers of a configuration's generator. */
    public static NetworkShape generatorShape(GanConfig config) {
        return shape(config.noise().dimension(), config.generator());
    }

    /** The layers of a configuration's discriminator. */
    public static NetworkShape discriminatorShape(GanConfig config) {
        return shape(config.generator().output().width(), config.discriminator());
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
        return state;
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
        return new Mlp(discriminator, discriminatorHead);
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
