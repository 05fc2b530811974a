package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import joust.gan.GanNetworks;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import joust.gan.diagnosis.Diagnosis;
import joust.io.RunSummary;
import joust.nn.Arena;
import joust.report.PictureSteps;
import joust.report.Pictures;
import joust.report.RunPictures;
import joust.report.StepGrid;

/** What a run leaves behind besides its log and checkpoints: pictures on the way and at the end, and measured values. */
final class RunResults {
    /** How many plots of the networks a run gets, those at its start and its end apart. */
    private static final int PLOTS = 5;

    /** How many frames its film gets, likewise. */
    private static final int FRAMES = 20;

    private final Path folder;
    private final RunPictures pictures;
    private final PictureSteps plots;
    private final PictureSteps frames;
    private long lastPlot = -1;
    private long lastFrame = -1;

    /**
     * @param logEvery steps from one row of the log to the next: plots belong to rows
     * @param untilStep where the run is to end
     * @param grid the grids of images
     * @param messages takes a line for each picture left out
     */
    RunResults(Path folder, int logEvery, long untilStep, StepGrid grid, Consumer<String> messages) {
        this.folder = folder;
        this.plots = PictureSteps.of(untilStep, logEvery, PLOTS);
        this.frames = PictureSteps.of(untilStep, 1, FRAMES);
        this.pictures = new RunPictures(folder, new Pictures(messages), grid);
    }

    /** Collects the log's rows, and draws as the run goes. */
    TrainingListener recorder(List<LogRow> rows) {
        return new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                rows.add(row);
                if (plots.isDue(row.step())) {
                    plot(trainer);
                }
                if (row.step() == 0) {
                    frame(trainer);
                }
            }

            @Override
            public void onStepEnd(GanTrainer trainer, long step) {
                if (frames.isDue(step)) {
                    frame(trainer);
                }
            }
        };
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

    private void plot(GanTrainer trainer) {
        lastPlot = trainer.step();
        pictures.plot(trainer);
    }

    private void frame(GanTrainer trainer) {
        lastFrame = trainer.step();
        pictures.frame(trainer);
    }
}
