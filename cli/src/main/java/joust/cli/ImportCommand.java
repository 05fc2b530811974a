package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.RunState;
import joust.gan.diagnosis.CollapseLooks;
import joust.io.Checkpoint;
import joust.io.CheckpointFolder;
import joust.io.FolderLock;
import joust.io.SafeTensors;
import joust.io.WeightsFile;
import joust.nn.Arena;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Replaces the weights of a run's last checkpoint, or of its beginning, by those of a safetensors file.")
final class ImportCommand extends CommonOptions implements Callable<Integer> {
    private static final String GENERATOR = "generator";
    private static final String AVERAGE = "generatorAverage";

    @Parameters(
            paramLabel = "DIR",
            description = "the folder of a run; one with a config.yaml alone is at its beginning")
    private Path run = Path.of("");

    @Option(
            names = "--weights",
            required = true,
            paramLabel = "FILE",
            description = "all tensors of one or more networks, named and shaped as joust export writes them")
    private Path weights = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(weights)) {
            throw new UsageException("--weights: " + weights + ": no such file, expected safetensors");
        }
        if (!Files.isDirectory(run)) {
            throw new UsageException(run + ": no such folder, expected the folder of a run");
        }
        SafeTensors content = SafeTensors.read(weights);
        try (FolderLock _ = RunLock.take(run)) {
            Optional<Checkpoint> before = lastOrNone();
            GanConfig config = config(before);
            try (Backend backend = Backends.open("scalar");
                    GanTrainer trainer = new GanTrainer(
                            backend, config, DataSources.open(config.data()).training())) {
                if (before.isPresent()) {
                    before.get().restore(trainer);
                }
                replace(trainer, content);
                write(trainer, before);
            }
        }
        return ExitCode.DONE;
    }

    private Optional<Checkpoint> lastOrNone() throws IOException {
        return RunCheckpoints.in(run).files().isEmpty()
                ? Optional.empty()
                : Optional.of(RunCheckpoints.read(run, "last"));
    }

    private GanConfig config(Optional<Checkpoint> before) {
        if (before.isPresent()) {
            return SavedConfig.read(run, before.get());
        }
        Path file = run.resolve("config.yaml");
        if (!Files.isRegularFile(file)) {
            throw new UsageException(run + ": has no config.yaml, expected the folder of a run");
        }
        return ConfigSource.read(file, Map.of());
    }

    /** What an optimizer remembers of other weights is worth nothing: it begins anew for a network that is replaced. */
    private static void replace(GanTrainer trainer, SafeTensors content) throws IOException {
        RunState state = trainer.state();
        Map<String, Arena> networks = trainer.networks().state().arenas();
        Set<String> replaced = WeightsFile.loadPresent(content, networks);
        Arena average = networks.get(AVERAGE);
        if (average != null && replaced.contains(GENERATOR) && !replaced.contains(AVERAGE)) {
            average.copyFrom(trainer.networks().generator().values());
        }
        Map<String, Long> numbers = state.numbers();
        for (String network : replaced) {
            state.arenas().forEach((name, arena) -> {
                if (name.startsWith(network + "Optimizer.")) {
                    trainer.backend().fill(arena.tensor(), 0);
                }
            });
            numbers.computeIfPresent(network + "Updates", (name, updates) -> 0L);
        }
        state.restore(numbers);
        System.err.println("replaced: " + String.join(", ", replaced));
    }

    private void write(GanTrainer trainer, Optional<Checkpoint> before) throws IOException {
        CheckpointFolder folder = RunCheckpoints.in(run);
        Path file = folder.file(trainer.step());
        if (Files.exists(file)) {
            Path kept = file.resolveSibling(file.getFileName() + ".replaced");
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            System.err.println("the weights before are kept in " + kept);
        }
        RunPlan plan = before.map(checkpoint -> RunPlan.of(checkpoint, true))
                .orElseGet(() -> RunPlan.of(trainer.config(), true));
        String log = before.map(RunTexts::logText).orElse("");
        folder.write(
                trainer,
                RunTexts.of(
                        trainer,
                        plan,
                        log,
                        before.map(RunTexts::looks).orElse(CollapseLooks.NONE),
                        before.map(RunTexts::seconds).orElse(0.0)));
        System.err.println("written: " + file);
    }
}
