package joust.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import joust.io.EventFile;
import joust.io.EventRecord;

/**
 * A run's log for TensorBoard: the numbers of every row, and a grid of samples now and then where they are images. It begins with the rows
 * that {@code log.csv} holds, so a run that was stopped and resumed has each step once.
 */
public final class TensorBoardLog implements TrainingListener, AutoCloseable {
    private static final int GRIDS = 10;

    private final EventFile file;
    private final PictureSteps withGrid;
    private final Supplier<Map<String, Double>> measured;
    private final StepGrid grid;

    /**
     * Makes the file in a run's folder, in place of those that are there.
     *
     * @param folder holds the {@code log.csv} of the rows so far
     * @param logEvery steps from one row to the next
     * @param untilStep where the run is to end
     * @param measured metrics of the newest row; asked at each row
     * @param grid the grids of samples
     */
    public TensorBoardLog(
            Path folder, int logEvery, long untilStep, Supplier<Map<String, Double>> measured, StepGrid grid)
            throws IOException {
        this.grid = grid;
        this.withGrid = PictureSteps.of(untilStep, logEvery, GRIDS);
        this.measured = measured;
        RunLog log = RunLog.read(folder.resolve("log.csv"));
        Map<Long, EventRecord> grids = grids(folder);
        this.file = EventFile.replace(folder, now(), fresh -> {
            for (int row = 0; row < log.steps().length; row++) {
                addRow(fresh, log, row, grids);
            }
        });
    }

    private static Map<Long, EventRecord> grids(Path folder) throws IOException {
        Map<Long, EventRecord> grids = new HashMap<>();
        for (Path former : EventFile.files(folder)) {
            EventRecord.read(former).stream()
                    .filter(EventRecord::image)
                    .forEach(event -> grids.put(event.step(), event));
        }
        return grids;
    }

    private void addRow(EventFile fresh, RunLog log, int row, Map<Long, EventRecord> grids) throws IOException {
        long step = (long) log.steps()[row];
        double ago = log.seconds()[log.seconds().length - 1] - log.seconds()[row];
        Map<String, Double> values = new LinkedHashMap<>();
        log.columns().forEach((name, column) -> {
            boolean ofEachRow = LogRow.columns(false).contains(name);
            if (ofEachRow || (!LogRow.columns(true).contains(name) && !Double.isNaN(column[row]))) {
                values.put(name, column[row]);
            }
        });
        fresh.addScalars(now() - ago, step, values);
        EventRecord picture = withGrid.isDue(step) ? grids.get(step) : null;
        if (picture != null) {
            fresh.add(picture);
        }
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> columns = LogRow.columns(false);
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.values(false).get(i));
        }
        measured.get().forEach((name, value) -> {
            if (!value.isNaN()) {
                values.put(name, value);
            }
        });
        try {
            file.addScalars(now(), row.step(), values);
            if (withGrid.isDue(row.step()) && trainer.samples() instanceof FiniteSamples images) {
                images.shape().ifPresent(shape -> addGrid(trainer, images, shape));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("TensorBoard's events of step " + row.step() + " could not be written", e);
        }
    }

    private void addGrid(GanTrainer trainer, FiniteSamples images, ImageShape shape) {
        byte[] png = grid.png(trainer, images, shape);
        try {
            file.addImage(now(), trainer.step(), "samples", StepGrid.width(shape), StepGrid.height(shape), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double now() {
        return System.currentTimeMillis() / 1e3;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
