package joust.simd;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.gan.BatchConfig;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.Presets;
import joust.gan.TrainingListener;

/** Trains every preset for a moment and tells what became of its networks. As a main class: a folder of IDX files, threads. */
final class TrainingRuns {
    private static final int STEPS = 30;
    private static final int MNIST_STEPS = 10;
    private static final int MNIST_BATCH = 32;

    private TrainingRuns() {}

    public static void main(String[] arguments) {
        for (String threads : List.of(arguments).subList(1, arguments.length)) {
            BackendOptions options = BackendOptions.threads(Integer.parseInt(threads));
            hashes("simd", options, Path.of(arguments[0])).forEach(System.out::println);
        }
    }

    /** A line for each preset, with the hashes of generator and discriminator. */
    static List<String> hashes(String backend, BackendOptions options, Path images) {
        List<String> hashes = new ArrayList<>();
        try (Backend opened = Backends.open(backend, options, line -> {})) {
            for (String preset : List.of("digits", "gaussian1d", "toy2d")) {
                hashes.add(train(opened, Presets.get(preset), STEPS));
            }
            hashes.add(train(opened, mnist(images), MNIST_STEPS));
        }
        return hashes;
    }

    private static String train(Backend backend, GanConfig config, int steps) {
        try (GanTrainer trainer =
                new GanTrainer(backend, config, DataSources.open(config.data()).training())) {
            trainer.train(steps, TrainingListener.NONE);
            return config.name() + " " + trainer.networks().generator().sha256() + " "
                    + trainer.networks().discriminator().sha256();
        }
    }

    /** The preset with small batches. */
    private static GanConfig mnist(Path images) {
        GanConfig preset = Presets.get("mnist");
        return new GanConfig(
                preset.name(),
                preset.description(),
                preset.data().withPath(images.toString()),
                preset.noise(),
                preset.generator(),
                preset.discriminator(),
                preset.loss(),
                new BatchConfig(MNIST_BATCH, preset.batch().layout(), false),
                preset.updates(),
                preset.preTraining(),
                preset.movingAverageDecay(),
                preset.steps(),
                preset.seed(),
                preset.logEvery());
    }
}
