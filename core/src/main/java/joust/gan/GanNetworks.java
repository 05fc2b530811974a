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
import org.jspecify.annotations.Nullable;

/** The two networks that a configuration describes, on one backend: all that a trained GAN is. */
public final class GanNetworks implements AutoCloseable {
    private final Parameters generator;
    private final Parameters discriminator;
    private final @Nullable Arena generatorAverage;
    private final Head generatorHead;
    private final Head discriminatorHead;

    private GanNetworks(GanConfig config, Parameters generator, Parameters discriminator) {
        this.generator = generator;
        this.discriminator = discriminator;
        this.generatorAverage = config.movingAverageDecay() == null ? null : generator.allocateState();
        this.generatorHead = head(config.generator());
        this.discriminatorHead = head(config.discriminator());
    }

    /** Allocates both networks, all parameters +0. */
    public static GanNetworks allocate(Backend backend, GanConfig config) {
        Parameters generator = Parameters.allocate(backend, generatorShape(config));
        try {
            return new GanNetworks(config, generator, Parameters.allocate(backend, discriminatorShape(config)));
        } catch (RuntimeException e) {
            generator.close();
            throw e;
        }
    }

    /** Allocates both networks with the initial weights of the configuration's seed; the moving average starts from them. */
    public static GanNetworks initialize(Backend backend, GanConfig config) {
        GanNetworks networks = allocate(backend, config);
        config.generator()
                .initializer()
                .initializer()
                .initialize(networks.generator, config.seed(), Streams.GENERATOR_WEIGHTS);
        config.discriminator()
                .initializer()
                .initializer()
                .initialize(networks.discriminator, config.seed(), Streams.DISCRIMINATOR_WEIGHTS);
        networks.generatorAverage().ifPresent(average -> average.copyFrom(networks.generator.values()));
        return networks;
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
        if (generatorAverage != null) {
            generatorAverage.close();
        }
        discriminator.close();
        generator.close();
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
