package joust.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.RealData;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "train",
        description = "Trains a preset or a configuration of your own and writes all results into a folder.")
final class TrainCommand extends CommonOptions implements Callable<Integer> {
    @Parameters(paramLabel = "PRESET|FILE", description = "a name that 'joust presets' lists, or a YAML file")
    private String source = "";

    @Option(names = "--backend", defaultValue = "auto", description = "auto, scalar, simd or opencl[:N]; default auto")
    private String backendName = "auto";

    @Option(names = "--threads", description = "threads that compute; default the backend's choice")
    private @Nullable Integer threads;

    @Option(names = "--steps", description = "train so many steps of the schedules as configured; default all")
    private @Nullable Long steps;

    @Option(names = "--seed", description = "the key of all random numbers; default the configuration's")
    private @Nullable Long seed;

    @Option(names = "--data", paramLabel = "PATH", description = "the file or folder of the real rows")
    private @Nullable String data;

    @Option(names = "--out", paramLabel = "DIR", description = "an empty or new folder; default runs/NAME-N")
    private @Nullable Path out;

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
        if (steps != null && steps < 1) {
            throw new UsageException("--steps: " + steps + ", expected at least 1");
        }
        RealData rows = DataSources.open(config.data());
        // The folder comes last: whatever is wrong with the rest leaves none behind.
        try (Backend backend = BackendChoice.open(backendName, options());
                GanTrainer trainer = new GanTrainer(backend, config, rows.training())) {
            Path folder = RunFolder.create(out, Path.of("runs"), config.name());
            return new TrainingRun(trainer, rows, folder, quiet).train(steps == null ? config.steps() : steps);
        }
    }

    private GanConfig config() {
        Map<String, String> changes = new LinkedHashMap<>(overrides);
        if (seed != null) {
            changes.put("seed", seed.toString());
        }
        GanConfig config = ConfigSource.read(source, changes);
        return data == null ? config : config.withDataPath(data);
    }

    private BackendOptions options() {
        if (threads != null && threads < 1) {
            throw new UsageException("--threads: " + threads + ", expected at least 1");
        }
        return threads == null ? BackendOptions.DEFAULT : BackendOptions.threads(threads);
    }
}
