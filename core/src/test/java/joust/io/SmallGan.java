package joust.io;

import java.util.List;
import joust.backend.Activation.Kind;
import joust.gan.BatchConfig;
import joust.gan.DataConfig;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.InitializerConfig;
import joust.gan.LayerConfig;
import joust.gan.LossConfig;
import joust.gan.LossFunction;
import joust.gan.NetworkConfig;
import joust.gan.NoiseConfig;
import joust.gan.OptimizerConfig;
import joust.gan.Presets;
import joust.gan.UpdateConfig;

/** A run small enough that its steps take no time. */
final class SmallGan {
    private SmallGan() {}

    /** {@link #adam}, then presets with momentum, schedules and pre-training, and with shared noise and plain descent. */
    static List<GanConfig> configs() {
        return List.of(
                adam(),
                Presets.get("gaussian1d").withLogEvery(3),
                Presets.get("toy2d").withLogEvery(3));
    }

    /** A generator 3-5-1, a discriminator 1-6-1, Adam, a moving average. */
    static GanConfig adam() {
        OptimizerConfig optimizer = new OptimizerConfig.Adam(0.01, 0.5, 0.999, 1e-7);
        InitializerConfig initializer = new InitializerConfig.GlorotUniform();
        return new GanConfig(
                "small",
                "",
                new DataConfig.Gaussian(1, 2),
                new NoiseConfig.Normal(3, 0, 1),
                NetworkConfig.of(
                        List.of(LayerConfig.of(5, Kind.TANH), LayerConfig.of(1, Kind.IDENTITY)),
                        initializer,
                        optimizer),
                NetworkConfig.of(
                        List.of(LayerConfig.leakyRelu(6, 0.2), LayerConfig.of(1, Kind.IDENTITY)),
                        initializer,
                        optimizer),
                LossConfig.of(LossFunction.NON_SATURATING),
                BatchConfig.of(10),
                UpdateConfig.ALTERNATING,
                null,
                0.9,
                100,
                1,
                10);
    }

    /** Everything that a trainer stands at: hashes of all arenas, and the numbers. */
    static String fingerprint(GanTrainer trainer) {
        StringBuilder text = new StringBuilder();
        trainer.state()
                .arenas()
                .forEach((name, arena) ->
                        text.append(name).append(' ').append(arena.sha256()).append('\n'));
        return text.append(trainer.state().numbers()).toString();
    }
}
