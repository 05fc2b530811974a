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
import joust.gan.BestSoFar;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.LossFunction;
import joust.gan.RealData;
import joust.gan.TrainingDivergedException;
import joust.gan.TrainingListener;
import joust.gan.diagnosis.CollapseLooks;
import joust.gan.diagnosis.Diagnostician;
import joust.io.AtomicFile;
import joust.io.Checkpoint;
import joust.io.CheckpointListener;
import joust.io.FileFault;
import joust.io.RunSummary;
import joust.io.RunSummary.Stopped;
import joust.report.StepGrid;
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
     * The rows that an unbroken run would have here: that of a former end, and its metrics, only if they are on the way, and none of step
     * 0, which is logged when training begins.
     */
    private LogHistory history(Checkpoint checkpoint) {
        LogHistory log = RunTexts.log(checkpoint);
        if (checkpoint.step() == 0) {
            return LogHistory.NONE;
        }
        if (checkpoint.step() >= plan.untilStep()) {
            return log;
        }
        return log.only(step -> step % config.logEvery() == 0)
                .keeping(RunEvaluation.columns(config, data), config.evaluation()::isDue);
    }

    private int run(LogHistory history, @Nullable Checkpoint from) throws IOException {
        List<LogRow> rows = new ArrayList<>(history.numbers());
        TrainingClock clock = new TrainingClock(from == null ? 0 : RunTexts.seconds(from));
        StepGrid grid = new StepGrid();
        try (StopOnSignal _ = new StopOnSignal(trainer::requestStop);
                RunEvaluation evaluation = new RunEvaluation(trainer, data, plan, history);
                LogCsv log = log(history, evaluation, clock);
                TensorBoardLog events =
                        new TensorBoardLog(folder, config.logEvery(), plan.untilStep(), evaluation::row, grid);
                Diagnostician diagnostician = new Diagnostician(
                        finding -> System.err.println("diagnosis: " + finding),
                        rows,
                        from == null ? CollapseLooks.NONE : RunTexts.looks(from))) {
            AtomicFile.write(
                    folder.resolve("config.yaml"), ConfigYaml.write(config).getBytes(UTF_8));
            announce();
            RunResults results = new RunResults(folder, config.logEvery(), plan.untilStep(), grid, System.err::println);
            TrainingListener listener = listeners(
                    clock,
                    List.of(evaluation, log, results.recorder(rows)),
                    List.of(events, diagnostician, checkpoints(log, clock, diagnostician, evaluation.best(), from)));
            train(listener, evaluation, results, rows, diagnostician, clock);
        }
        return ExitCode.DONE;
    }

    private void train(
            TrainingListener listener,
            RunEvaluation evaluation,
            RunResults results,
            List<LogRow> rows,
            Diagnostician diagnostician,
            TrainingClock clock)
            throws IOException {
        long first = trainer.step();
        TrainingDivergedException diverged = null;
        boolean deviceFailed = false;
        RunSummary.Timing timing;
        try {
            trainer.train(evaluation.untilStep(), listener);
        } catch (TrainingDivergedException e) {
            diverged = e;
        } catch (BackendException e) {
            deviceFailed = true;
            throw e;
        } finally {
            double speed = (trainer.step() - first) / clock.sinceStart();
            timing = new RunSummary.Timing(trainer.step(), stopped(diverged, evaluation), clock.seconds(), speed);
            draw(results, rows, deviceFailed);
        }
        // Who stops a run by a signal wants it to end now: then nothing is evaluated.
        boolean judged = timing.stopped() == Stopped.STEPS || timing.stopped() == Stopped.METRIC;
        results.metrics(trainer, timing, judged ? evaluation.atEnd() : Map.of(), diagnostician.diagnosis(trainer));
        writeReport();
        if (diverged != null) {
            throw diverged;
        }
        evaluation.endedEarly().ifPresent(System.err::println);
        System.err.println("results: " + folder);
    }

    /** Networks on a device that failed would fail again, and hide what came first. */
    private void draw(RunResults results, List<LogRow> rows, boolean deviceFailed) {
        if (deviceFailed) {
            results.curves(rows);
        } else {
            results.pictures(trainer, rows);
        }
    }

    private Stopped stopped(@Nullable TrainingDivergedException diverged, RunEvaluation evaluation) {
        if (diverged != null) {
            return Stopped.NOT_FINITE;
        }
        if (trainer.stopRequested()) {
            return Stopped.SIGNAL;
        }
        return evaluation.endedEarly().isPresent() ? Stopped.METRIC : Stopped.STEPS;
    }

    private LogCsv log(LogHistory history, RunEvaluation evaluation, TrainingClock clock) throws IOException {
        return new LogCsv(
                folder.resolve("log.csv"), hasDecay(config), evaluation.columns(), evaluation::row, history, clock);
    }

    private CheckpointListener checkpoints(
            LogCsv log,
            TrainingClock clock,
            Diagnostician diagnostician,
            @Nullable BestSoFar best,
            @Nullable Checkpoint from) {
        CheckpointListener checkpoints = new CheckpointListener(
                RunCheckpoints.in(folder),
                plan.checkpointEvery(),
                plan.keepCheckpoints(),
                () -> RunTexts.of(trainer, plan, log.text(), diagnostician.looks(), clock.seconds()),
                best);
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
