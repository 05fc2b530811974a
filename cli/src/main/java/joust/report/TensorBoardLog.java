package joust.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.gan.GanTrainer;
import joust.gan.Generator;
import joust.gan.LogRow;
import joust.gan.Streams;
import joust.gan.TrainingListener;
import joust.io.EventFile;

/** A run's log for TensorBoard: the numbers of every row, and a grid of samples ten times a run where they are images. */
public final class TensorBoardLog implements TrainingListener, AutoCloseable {
    private static final int GRIDS = 10;
    private static final int ACROSS = 6;

    private final EventFile file;
    private long lastGrid = -1;

    /** Makes the file in a run's folder. */
    public TensorBoardLog(Path folder) throws IOException {
        this.file = EventFile.create(folder, now());
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> columns = LogRow.columns(false);
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), row.values(false).get(i));
        }
        try {
            file.addScalars(now(), row.step(), values);
            boolean due =
                    lastGrid < 0 || row.step() - lastGrid >= trainer.config().steps() / GRIDS;
            if (due && trainer.samples() instanceof FiniteSamples images) {
                lastGrid = row.step();
                images.shape().ifPresent(shape -> addGrid(trainer, images, shape));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("TensorBoard's events of step " + row.step() + " could not be written", e);
        }
    }

    private void addGrid(GanTrainer trainer, FiniteSamples images, ImageShape shape) {
        int count = ACROSS * ACROSS;
        try (Generator generator = Generator.of(trainer.networks(), trainer.config())) {
            float[] samples = generator.generate(trainer.config().seed(), Streams.EVALUATION_NOISE, count);
            byte[] png = SampleGrid.encode(samples, count, shape, images.low(), images.high(), ACROSS);
            file.addImage(
                    now(),
                    trainer.step(),
                    "samples",
                    SampleGrid.width(shape, ACROSS),
                    SampleGrid.height(shape, ACROSS),
                    png);
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
