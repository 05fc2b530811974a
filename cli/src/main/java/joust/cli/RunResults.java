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
import joust.io.RunSummary;
import joust.nn.Arena;
import joust.report.Pictures;
import joust.report.RunPictures;

/** What a run leaves behind besides its log and checkpoints: pictures on the way and at the end, and measured values. */
final class RunResults {
    /** How many pictures of the generator a whole run gets, the one at its start apart. */
    private static final int PICTURES = 5;

    private final Path folder;
    private final RunPictures pictures;
    private long lastPicture = -1;

    RunResults(Path folder, Consumer<String> messages) {
        this.folder = folder;
        this.pictures = new RunPictures(folder, new Pictures(messages));
    }

    /** Collects the log's rows and draws a picture at the start and after every fifth of the run. */
    TrainingListener recorder(List<LogRow> rows) {
        return new TrainingListener() {
            @Override
            public void onLog(GanTrainer trainer, LogRow row) {
                rows.add(row);
                if (isDue(trainer.config(), row)) {
                    picture(trainer);
                }
            }
        };
    }

    /** Takes note of the pictures that the run has drawn at earlier rows. */
    void resumed(GanConfig config, List<LogRow> rows) {
        rows.forEach(row -> lastPicture = isDue(config, row) ? row.step() : lastPicture);
    }

    /** The last picture and the curves; nothing where the folder has vanished. */
    void pictures(GanTrainer trainer, List<LogRow> rows) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        if (lastPicture != trainer.step()) {
            picture(trainer);
        }
        pictures.curves(rows);
    }

    /**
     * {@code metrics.json}.
     *
     * @param seconds how long the run has trained
     * @param stepsPerSecond of this process
     */
    void metrics(GanTrainer trainer, double seconds, double stepsPerSecond, Map<String, Double> values)
            throws IOException {
        GanNetworks networks = trainer.networks();
        new RunSummary(
                        trainer.config().name(),
                        trainer.config().seed(),
                        RunSummary.Machine.of(trainer.backend()),
                        new RunSummary.Timing(trainer.step(), seconds, stepsPerSecond),
                        new RunSummary.Hashes(
                                networks.generator().sha256(),
                                networks.generatorAverage().map(Arena::sha256),
                                networks.discriminator().sha256()),
                        new LinkedHashMap<>(values),
                        List.of())
                .write(folder.resolve("metrics.json"));
    }

    private boolean isDue(GanConfig config, LogRow row) {
        return lastPicture < 0 || row.step() - lastPicture >= config.steps() / PICTURES;
    }

    private void picture(GanTrainer trainer) {
        lastPicture = trainer.step();
        pictures.now(trainer);
    }
}
