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
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;
import joust.io.AtomicFile;

/** A run's {@code log.csv}: one row per log entry, on disk as soon as it exists; {@code seconds}, the last column, is wall time. */
final class LogCsv implements TrainingListener, AutoCloseable {
    private final BufferedWriter writer;
    private final Path file;
    private final boolean parts;
    private final TrainingClock clock;
    private final StringBuilder text;

    /**
     * Writes the rows so far into a file, replacing one of that name, and opens it for more.
     *
     * @param parts whether losses are also given in their parts
     * @param history the rows so far
     */
    LogCsv(Path file, boolean parts, LogHistory history, TrainingClock clock) throws IOException {
        this.file = file;
        this.parts = parts;
        this.clock = clock;
        this.text = new StringBuilder(history.text(columns(parts)));
        AtomicFile.write(file, text.toString().getBytes(UTF_8));
        this.writer = Files.newBufferedWriter(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** The columns' names. */
    static List<String> columns(boolean parts) {
        List<String> columns = new ArrayList<>(List.of("step"));
        columns.addAll(LogRow.columns(parts));
        columns.add("seconds");
        return columns;
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(row.step())));
        row.values(parts).forEach(value -> cells.add(Double.toString(value)));
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
