package joust.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;

/** A run's {@code log.csv}: one row per log entry, on disk as soon as it exists; {@code seconds}, the last column, is wall time. */
final class LogCsv implements TrainingListener, AutoCloseable {
    private final BufferedWriter writer;
    private final Path file;
    private final boolean parts;
    private final long start;

    /**
     * Opens a new file and writes its header.
     *
     * @param parts whether losses are also given in their parts
     */
    LogCsv(Path file, boolean parts) throws IOException {
        this.file = file;
        this.parts = parts;
        this.start = System.nanoTime();
        this.writer = Files.newBufferedWriter(file);
        List<String> columns = new ArrayList<>(List.of("step"));
        columns.addAll(LogRow.columns(parts));
        columns.add("seconds");
        line(columns);
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.step())));
        row.values(parts).forEach(value -> cells.add(Double.toString(value)));
        cells.add(String.format(Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e9));
        try {
            line(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": row of step " + row.step() + " could not be written", e);
        }
    }

    private void line(List<String> cells) throws IOException {
        writer.write(String.join(",", cells));
        writer.write('\n');
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
