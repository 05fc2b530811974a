package joust.bench;

import java.util.List;
import java.util.stream.Stream;
import joust.backend.Activation.Kind;
import joust.gan.GanConfig;
import joust.gan.LayerConfig;
import joust.gan.NetworkConfig;
import joust.gan.Presets;

/** The systems whose training steps are timed: presets, and {@code wide}, which is more than a small machine likes. */
final class StepConfigs {
    /** The {@code mnist} preset with four hidden layers of 1,024 in each network. */
    static final String WIDE = "wide";

    private static final int WIDTH = 1024;

    private StepConfigs() {}

    /**
     * The configuration of a name.
     *
     * @throws joust.gan.ConfigException if there is no preset of that name
     */
    static GanConfig get(String name) {
        return name.equals(WIDE) ? wide(Presets.get("mnist")) : Presets.get(name);
    }

    /** All that {@link #get} knows. */
    static List<String> names() {
        return Stream.concat(Presets.names().stream(), Stream.of(WIDE)).toList();
    }

    private static GanConfig wide(GanConfig mnist) {
        return new GanConfig(
                WIDE,
                "mnist with four hidden layers of 1,024",
                mnist.data(),
                mnist.noise(),
                widened(mnist.generator()),
                widened(mnist.discriminator()),
                mnist.loss(),
                mnist.batch(),
                mnist.updates(),
                mnist.preTraining(),
                mnist.movingAverageDecay(),
                mnist.steps(),
                mnist.seed(),
                mnist.logEvery());
    }

    private static NetworkConfig widened(NetworkConfig network) {
        LayerConfig hidden = LayerConfig.of(WIDTH, Kind.RELU);
        List<LayerConfig> layers = Stream.concat(Stream.generate(() -> hidden).limit(4), Stream.of(network.output()))
                .toList();
        return NetworkConfig.of(layers, network.initializer(), network.optimizer());
    }
}
