package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import joust.backend.Backend;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.LossFunction;
import joust.gan.RealData;
import joust.gan.TrainingListener;
import joust.io.AtomicFile;

/** One training from its first step to its last file. */
final class TrainingRun {
    private final GanTrainer trainer;
    private final GanConfig config;
    private final RealData data;
    private final Path folder;
    private final boolean quiet;

    /**
     * @param trainer at its beginning; stays the caller's to close
     * @param folder empty
     */
    TrainingRun(GanTrainer trainer, RealData data, Path folder, boolean quiet) {
        this.trainer = trainer;
        this.config = trainer.config();
        this.data = data;
        this.folder = folder;
        this.quiet = quiet;
    }

    /**
     * Trains and writes the run's folder.
     *
     * @return the exit code
     */
    int train(long untilStep) throws IOException {
        List<LogRow> rows = new ArrayList<>();
        try (StopOnSignal _ = new StopOnSignal(trainer::requestStop);
                LogCsv log = new LogCsv(folder.resolve("log.csv"), hasDecay(config))) {
            AtomicFile.write(
                    folder.resolve("config.yaml"), ConfigYaml.write(config).getBytes(UTF_8));
            announce();
            RunResults results = new RunResults(folder, System.err::println);
            long start = System.nanoTime();
            double seconds;
            try {
                trainer.train(untilStep, listeners(untilStep, start, log, rows, results));
                seconds = (System.nanoTime() - start) / 1e9;
            } finally {
                results.pictures(trainer, rows);
            }
            results.weights(trainer);
            results.metrics(trainer, seconds, trainer.step(), evaluate());
            System.err.println("results: " + folder);
        }
        return ExitCode.DONE;
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
        if (!quiet) {
            Backend backend = trainer.backend();
            System.err.println(config.name() + ": " + data.training() + " on " + backend.name() + " ("
                    + backend.device() + "), " + backend.threads() + (backend.threads() == 1 ? " thread" : " threads")
                    + ", seed " + config.seed());
        }
    }

    private TrainingListener listeners(long untilStep, long start, LogCsv log, List<LogRow> rows, RunResults results) {
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(log);
        listeners.add(results.recorder(rows));
        if (!quiet) {
            boolean published = config.loss().function() == LossFunction.TWO_CLASS_CROSS_ENTROPY;
            PrintStream err = System.err;
            ProgressLine progress = new ProgressLine(err, isTerminal(), 0, untilStep, start);
            listeners.add(new ConsoleLog(System.out, progress, !published));
        }
        return new ListenerList(listeners);
    }

    private static boolean hasDecay(GanConfig config) {
        return config.generator().l2Decay() != 0 || config.discriminator().l2Decay() != 0;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again where there is no terminal (JDK-8351435).
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
