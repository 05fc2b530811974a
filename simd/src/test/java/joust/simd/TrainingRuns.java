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
    private static final int LARGE = 100;
    private static final int FEW_STEPS = 10;
    private static final int SMALL_BATCH = 32;

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
            for (String preset : Presets.names()) {
                GanConfig config = Presets.get(preset);
                boolean large = config.generator().output().width() > LARGE;
                hashes.add(large ? train(opened, small(config, images), FEW_STEPS) : train(opened, config, STEPS));
            }
            CuredRuns.all().forEach(config -> hashes.add(train(opened, config, STEPS)));
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

    /** A preset of large images with small batches. */
    private static GanConfig small(GanConfig preset, Path images) {
        return new GanConfig(
                preset.name(),
                preset.description(),
                preset.data().withPath(images.toString()),
                preset.noise(),
                preset.generator(),
                preset.discriminator(),
                preset.loss(),
                new BatchConfig(SMALL_BATCH, preset.batch().layout(), false),
                preset.updates(),
                preset.preTraining(),
                preset.movingAverageDecay(),
                preset.steps(),
                preset.seed(),
                preset.logEvery());
    }
}
