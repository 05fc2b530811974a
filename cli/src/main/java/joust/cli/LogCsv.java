package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import joust.io.AtomicFile;

/** A run's {@code log.csv}: one row per log entry, on disk as soon as it exists; {@code seconds}, the last column, is wall time. */
final class LogCsv implements TrainingListener, AutoCloseable {
    private final BufferedWriter writer;
    private final Path file;
    private final boolean parts;
    private final List<String> metrics;
    private final Supplier<Map<String, Double>> measured;
    private final TrainingClock clock;
    private final StringBuilder text;

    /**
     * Writes the rows so far into a file, replacing one of that name, and opens it for more.
     *
     * @param parts whether losses are also given in their parts
     * @param metrics the columns before the last
     * @param measured what belongs into them in the newest row, where it is known; asked at each row
     * @param history the rows so far
     */
    LogCsv(
            Path file,
            boolean parts,
            List<String> metrics,
            Supplier<Map<String, Double>> measured,
            LogHistory history,
            TrainingClock clock)
            throws IOException {
        this.file = file;
        this.parts = parts;
        this.metrics = metrics;
        this.measured = measured;
        this.clock = clock;
        this.text = new StringBuilder(history.text(columns()));
        AtomicFile.write(file, text.toString().getBytes(UTF_8));
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("step"));
        columns.addAll(LogRow.columns(parts));
        columns.addAll(metrics);
        columns.add("seconds");
        return columns;
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.step())));
        row.values(parts).forEach(value -> cells.add(Double.toString(value)));
        Map<String, Double> values = measured.get();
        metrics.forEach(name -> cells.add(values.containsKey(name) ? String.valueOf(values.get(name)) : ""));
        cells.add(String.format(Locale.ROOT, "%.3f", clock.seconds()));
        String line = String.join(",", cells) + "\n";
        try {
            writer.write(line);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": row of step " + row.step() + " could not be written", e);
        }
        text.append(line);
    }

    /** All that the file holds. */
    String text() {
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
