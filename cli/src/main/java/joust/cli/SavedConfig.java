package joust.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import joust.gan.GanConfig;
import joust.io.Checkpoint;

/** The configuration that a run goes on under: its own, but for where its data lie, which may have changed. */
final class SavedConfig {
    private SavedConfig() {}

    /**
     * Reads it.
     *
     * @throws UsageException if the folder's {@code config.yaml} says something else than the checkpoint
     */
    static GanConfig read(Path run, Checkpoint checkpoint) {
        GanConfig saved = RunTexts.config(checkpoint);
        Path file = run.resolve("config.yaml");
        if (!Files.exists(file)) {
            return saved;
        }
        GanConfig found = ConfigSource.read(file, Map.of());
        Map<String, Object> before = RecordWriter.write(saved);
        Map<String, Object> now = RecordWriter.write(found);
        TreeSet<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(
                key -> key.equals("data") || String.valueOf(before.get(key)).equals(String.valueOf(now.get(key))));
        if (!changed.isEmpty()) {
            throw new UsageException(file + ": " + String.join(", ", changed) + " changed since " + checkpoint.source()
                    + ", expected no change: a run goes on under its own configuration");
        }
        return found;
    }
}
