package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import joust.backend.Backend;
import joust.backend.BackendException;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.LossFunction;
import joust.gan.RealData;
import joust.gan.TrainingDivergedException;
import joust.gan.TrainingListener;
import joust.gan.diagnosis.Diagnostician;
import joust.io.AtomicFile;
import joust.io.Checkpoint;
import joust.io.CheckpointListener;
import joust.io.FileFault;
import joust.report.TensorBoardLog;
import org.jspecify.annotations.Nullable;

/** One training, from its first step or from a checkpoint, to its last file. */
final class TrainingRun {
    private final GanTrainer trainer;
    private final GanConfig config;
    private final RealData data;
    private final Path folder;
    private final RunPlan plan;

    /**
     * @param trainer stays the caller's to close
     * @param folder locked by the caller
     */
    TrainingRun(GanTrainer trainer, RealData data, Path folder, RunPlan plan) {
        this.trainer = trainer;
        this.config = trainer.config();
        this.data = data;
        this.folder = folder;
        this.plan = plan;
    }

    /**
     * Trains from the beginning, in an empty folder.
     *
     * @return the exit code
     */
    int train() throws IOException {
        return run(LogHistory.NONE, null);
    }

    /**
     * Goes on from a checkpoint that the trainer was taken to.
     *
     * @return the exit code
     */
    int resume(Checkpoint checkpoint) throws IOException {
        return run(history(checkpoint), checkpoint);
    }

    /**
     * The rows that an unbroken run would have here: the one of a former end only if it is on the way, and none of step 0, which is
     * logged when training begins.
     */
    private LogHistory history(Checkpoint checkpoint) {
        LogHistory log = RunTexts.log(checkpoint);
        if (checkpoint.step() == 0) {
            return LogHistory.NONE;
        }
        return checkpoint.step() < plan.untilStep() ? log.only(step -> step % config.logEvery() == 0) : log;
    }

    private int run(LogHistory history, @Nullable Checkpoint from) throws IOException {
        List<LogRow> rows = new ArrayList<>(history.numbers());
        TrainingClock clock = new TrainingClock(from == null ? 0 : RunTexts.seconds(from));
        long first = trainer.step();
        try (StopOnSignal _ = new StopOnSignal(trainer::requestStop);
                LogCsv log = new LogCsv(folder.resolve("log.csv"), hasDecay(config), history, clock);
                TensorBoardLog events = new TensorBoardLog(folder);
                Diagnostician diagnostician =
                        new Diagnostician(finding -> System.err.println("diagnosis: " + finding), rows)) {
            AtomicFile.write(
                    folder.resolve("config.yaml"), ConfigYaml.write(config).getBytes(UTF_8));
            announce();
            RunResults results = new RunResults(folder, System.err::println);
            results.resumed(config, rows);
            TrainingListener checkpoints = checkpoints(log, clock, from);
            TrainingDivergedException diverged = null;
            boolean deviceFailed = false;
            double seconds;
            double whole;
            try {
                List<TrainingListener> recorders = List.of(log, results.recorder(rows));
                trainer.train(
                        plan.untilStep(), listeners(clock, recorders, List.of(events, diagnostician, checkpoints)));
            } catch (TrainingDivergedException e) {
                diverged = e;
            } catch (BackendException e) {
                deviceFailed = true;
                throw e;
            } finally {
                seconds = clock.sinceStart();
                whole = clock.seconds();
                // Networks on a device that failed would fail again, and hide what came first.
                if (deviceFailed) {
                    results.curves(rows);
                } else {
                    results.pictures(trainer, rows);
                }
            }
            Map<String, Double> metrics = diverged == null ? evaluate() : Map.of();
            results.metrics(trainer, whole, (trainer.step() - first) / seconds, metrics, diagnostician.findings());
            writeReport();
            if (diverged != null) {
                throw diverged;
            }
            System.err.println("results: " + folder);
        }
        return ExitCode.DONE;
    }

    private CheckpointListener checkpoints(LogCsv log, TrainingClock clock, @Nullable Checkpoint from) {
        CheckpointListener checkpoints = new CheckpointListener(
                RunCheckpoints.in(folder),
                plan.checkpointEvery(),
                plan.keepCheckpoints(),
                () -> RunTexts.of(trainer, plan, log.text(), clock.seconds()));
        if (from != null) {
            checkpoints.resumedFrom(from);
        }
        return checkpoints;
    }

    /** A run that is done is not lost for its report. */
    private void writeReport() {
        try {
            Reporting.write(folder, System.err::println);
        } catch (IOException e) {
            System.err.println("report.html is left out: " + FileFault.reason(e) + "; joust report " + folder
                    + " writes it later");
        }
    }

    /** Who stops a run by a signal wants it to end now: then nothing is evaluated. */
    private Map<String, Double> evaluate() {
        if (trainer.stopRequested()) {
            return Map.of();
        }
        try (Evaluation evaluation = new Evaluation(trainer.backend(), config, trainer.networks(), data)) {
            return evaluation.metrics();
        }
    }

    private void announce() {
        if (!plan.quiet()) {
            Backend backend = trainer.backend();
            String where = trainer.step() == 0 ? "" : ", from step " + trainer.step();
            System.err.println(config.name() + ": " + data.training() + " on " + backend.name() + " ("
                    + backend.device() + "), " + backend.threads() + (backend.threads() == 1 ? " thread" : " threads")
                    + ", seed " + config.seed() + where);
        }
    }

    private TrainingListener listeners(TrainingClock clock, List<TrainingListener> first, List<TrainingListener> last) {
        List<TrainingListener> listeners = new ArrayList<>(first);
        if (!plan.quiet()) {
            boolean published = config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY;
            PrintStream err = System.err;
            ProgressLine progress =
                    new ProgressLine(err, Terminal.isOne(), trainer.step(), plan.untilStep(), clock.start());
            listeners.add(new ConsoleLog(System.out, progress, !published));
        }
        listeners.addAll(last);
        return new ListenerList(listeners);
    }

    private static boolean hasDecay(GanConfig config) {
        return config.generator().l2Decay() != 0 || config.discriminator().l2Decay() != 0;
    }
}
