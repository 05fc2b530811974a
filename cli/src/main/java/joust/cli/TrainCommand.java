package joust.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.gan.DataSources;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.RealData;
import joust.io.FolderLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "train",
        description = "Trains a preset or a configuration of your own and writes all results into a folder.")
final class TrainCommand extends CommonOptions implements Callable<Integer> {
    @Parameters(paramLabel = "PRESET|FILE", description = "a name that 'joust presets' lists, or a YAML file")
    private String source = "";

    @Mixin
    private BackendOption backendOption = new BackendOption();

    @Option(names = "--steps", description = "train so many steps of the schedules as configured; default all")
    private @Nullable Long steps;

    @Option(names = "--seed", description = "the key of all random numbers; default the configuration's")
    private @Nullable Long seed;

    @Option(names = "--data", paramLabel = "PATH", description = "the file or folder of the real rows")
    private @Nullable String data;

    @Option(names = "--out", paramLabel = "DIR", description = "an empty or new folder; default runs/NAME-N")
    private @Nullable Path out;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "steps from one checkpoint to the next; default a tenth of the schedules")
    private @Nullable Integer checkpointEvery;

    @Option(names = "--keep-checkpoints", paramLabel = "N", description = "how many of the last ones stay; default 3")
    private int keepCheckpoints = RunPlan.KEPT;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "replaces one value of the configuration, such as generator.optimizer.learningRate=0.001")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--quiet", description = "no progress and no rows of the log")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        GanConfig config = config();
        RunPlan plan = plan(config);
        try (OpenedAhead backend = new OpenedAhead(() -> backendOption.open(config))) {
            RealData rows = DataSources.open(config.data());
            Evaluation.requireMetric(config, rows);
            try (GanTrainer trainer = new GanTrainer(backend.get(), config, rows.training())) {
                // The folder comes last: whatever is wrong with the rest leaves none behind.
                Path folder = RunFolder.create(out, Path.of("runs"), config.name());
                try (FolderLock _ = RunLock.take(folder)) {
                    return new TrainingRun(trainer, rows, folder, plan).train();
                }
            }
        }
    }

    private RunPlan plan(GanConfig config) {
        requireAtLeastOne("--steps", steps);
        requireAtLeastOne("--checkpoint-every", checkpointEvery);
        requireAtLeastOne("--keep-checkpoints", keepCheckpoints);
        return new RunPlan(
                steps == null ? config.steps() : steps,
                checkpointEvery == null ? RunPlan.everyTenth(config) : checkpointEvery,
                keepCheckpoints,
                0,
                quiet);
    }

    private static void requireAtLeastOne(String option, @Nullable Number number) {
        if (number != null && number.longValue() < 1) {
            throw new UsageException(option + ": " + number + ", expected at least 1");
        }
    }

    private GanConfig config() {
        Map<String, String> changes = new LinkedHashMap<>(overrides);
        if (seed != null) {
            changes.put("seed", seed.toString());
        }
        GanConfig config = ConfigSource.read(source, changes);
        return data == null ? config : config.withDataPath(data).withDataFrom(Path.of(""));
    }
}
