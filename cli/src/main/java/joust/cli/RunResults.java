package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import joust.gan.diagnosis.Diagnosis;
import joust.io.RunSummary;
import joust.nn.Arena;
import joust.report.Pictures;
import joust.report.RunPictures;

/** What a run leaves behind besides its log and checkpoints: pictures on the way and at the end, and measured values. */
final class RunResults {
    /** How many plots of the networks a whole run gets, the one at its start apart. */
    private static final int PLOTS = 5;

    /** How many frames its film gets. */
    private static final int FRAMES = 20;

    private final Path folder;
    private final RunPictures pictures;
    private long lastPlot = -1;
    private long lastFrame = -1;

    RunResults(Path folder, Consumer<String> messages) {
        this.folder = folder;
        this.pictures = new RunPictures(folder, new Pictures(messages));
    }

    /** Collects the log's rows, and draws as the run goes. */
    TrainingListener recorder(List<LogRow> rows) {
        return new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                rows.add(row);
                if (isDue(lastPlot, trainer.config(), row, PLOTS)) {
                    plot(trainer);
                }
                if (isDue(lastFrame, trainer.config(), row, FRAMES)) {
                    frame(trainer);
                }
            }
        };
    }

    /** Takes note of the pictures that the run has drawn at earlier rows. */
    void resumed(GanConfig config, List<LogRow> rows) {
        for (LogRow row : rows) {
            lastPlot = isDue(lastPlot, config, row, PLOTS) ? row.step() : lastPlot;
            lastFrame = isDue(lastFrame, config, row, FRAMES) ? row.step() : lastFrame;
        }
    }

    /** The last picture and the curves; nothing where the folder has vanished. */
    void pictures(GanTrainer trainer, List<LogRow> rows) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        if (lastPlot != trainer.step()) {
            plot(trainer);
        }
        if (lastFrame != trainer.step()) {
            frame(trainer);
        }
        pictures.curves(rows);
    }

    /** The curves alone; nothing where the folder has vanished. */
    void curves(List<LogRow> rows) {
        if (Files.isDirectory(folder)) {
            pictures.curves(rows);
        }
    }

    /**
     * {@code metrics.json}.
     *
     * @param timing how far the run has come, and why no further
     * @param values measured on the networks; empty where they were not
     * @param diagnosis what is wrong with the run
     */
    void metrics(GanTrainer trainer, RunSummary.Timing timing, Map<String, Double> values, Diagnosis diagnosis)
            throws IOException {
        GanNetworks networks = trainer.networks();
        new RunSummary(
                        trainer.config().name(),
                        trainer.config().seed(),
                        RunSummary.Machine.of(trainer.backend()),
                        timing,
                        new RunSummary.Hashes(
                                networks.generator().sha256(),
                                networks.generatorAverage().map(Arena::sha256),
                                networks.discriminator().sha256()),
                        new LinkedHashMap<>(values),
                        diagnosis)
                .write(folder.resolve("metrics.json"));
    }

    private static boolean isDue(long last, GanConfig config, LogRow row, int parts) {
        return last < 0 || row.step() - last >= config.steps() / parts;
    }

    private void plot(GanTrainer trainer) {
        lastPlot = trainer.step();
        pictures.plot(trainer);
    }

    private void frame(GanTrainer trainer) {
        lastFrame = trainer.step();
        pictures.frame(trainer);
    }
}
