package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.gan.DataSources;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.RealData;
import joust.io.AtomicFile;
import joust.io.Checkpoint;
import joust.io.FolderLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description = "Goes on with a run from its last checkpoint, to the same hashes as if it had never stopped.")
final class ResumeCommand extends CommonOptions implements Callable<Integer> {
    private static final String ARITHMETIC = "arithmetic";
    private static final String ANY = "any";

    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path run = Path.of("");

    @Mixin
    private BackendOption backendOption = new BackendOption();

    @Option(
            names = "--steps",
            description = "go on to this step, also if a metric has ended the run; default where the run was to end")
    private @Nullable Long steps;

    @Option(
            names = "--set",
            paramLabel = "arithmetic=any",
            description = "allows a backend that rounds differently: the hashes are then those of no unbroken run")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--quiet", description = "no progress and no rows of the log")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        checkOverrides();
        if (!Files.isDirectory(run)) {
            throw new UsageException(run + ": no such folder, expected the folder of a run");
        }
        try (FolderLock _ = RunLock.take(run)) {
            for (String below : List.of("", "checkpoints", "plots", "samples", "history")) {
                AtomicFile.deleteTemporary(run.resolve(below));
            }
            Checkpoint checkpoint = RunCheckpoints.read(run, "last");
            GanConfig config = SavedConfig.read(run, checkpoint);
            RunPlan plan = plan(checkpoint, config);
            try (OpenedAhead backend = new OpenedAhead(() -> backendOption.open(config))) {
                RealData rows = DataSources.open(config.data());
                Evaluation.requireMetric(config, rows);
                try (GanTrainer trainer = new GanTrainer(backend.get(), config, rows.training())) {
                    checkMachine(checkpoint, backend.get());
                    checkpoint.restore(trainer);
                    return new TrainingRun(trainer, rows, run, plan).resume(checkpoint);
                }
            }
        }
    }

    private void checkOverrides() {
        overrides.forEach((key, value) -> {
            if (!key.equals(ARITHMETIC) || !value.equals(ANY)) {
                throw new UsageException("--set " + key + "=" + value + ", expected nothing but " + ARITHMETIC + "="
                        + ANY + ": a run goes on under its own configuration");
            }
        });
    }

    private RunPlan plan(Checkpoint checkpoint, GanConfig config) {
        RunPlan plan = RunPlan.of(checkpoint, quiet);
        if (steps == null) {
            return plan;
        }
        if (steps < checkpoint.step()) {
            throw new UsageException(
                    "--steps: " + steps + ", expected at least " + checkpoint.step() + ", where the run stands");
        }
        // Who names a step beyond the end that a metric made wants the run to go on.
        boolean goesOn = steps > checkpoint.step()
                && RunEvaluation.hasEnded(config.evaluation(), plan, RunTexts.log(checkpoint));
        return goesOn ? plan.until(steps).patientFrom(checkpoint.step()) : plan.until(steps);
    }

    private void checkMachine(Checkpoint checkpoint, Backend backend) {
        String before = RunTexts.arithmetic(checkpoint);
        String now = backend.arithmetic().label();
        if (!now.equals(before) && !overrides.containsKey(ARITHMETIC)) {
            throw new UsageException(backend.name() + ": its arithmetic is " + now + ", expected " + before + " as in "
                    + checkpoint.source() + "; --set arithmetic=any goes on all the same");
        }
        if (!RunTexts.version(checkpoint).equals(Version.text())) {
            System.err.println(checkpoint.source() + ": written by Joust " + RunTexts.version(checkpoint) + "; this is "
                    + Version.text() + ", whose bits may differ");
        }
    }
}
