package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import joust.gan.BestSoFar;
import joust.gan.GanTrainer;

/**
 * A folder of checkpoints, {@code step-N.safetensors} with N of at least eight digits. Which one is the newest is a matter of N alone,
 * never of the clock. {@code best} names the one with the best metric, where a run compares them.
 */
public final class CheckpointFolder {
    private static final Pattern NAME = Pattern.compile("step-(\\d{1,18})\\.safetensors");
    private static final Pattern BEST = Pattern.compile("step (\\d{1,18}), \\w{1,40} \\S{1,40}\\s*");
    private static final String BEST_NAME = "best";

    private final Path folder;

    /** A folder that need not exist yet; its own parent has to before anything is written. */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** The file of a step, whether it is there or not. */
    public Path file(long step) {
        return folder.resolve(String.format(Locale.ROOT, "step-%08d.safetensors", step));
    }

    /** All checkpoints by their step. */
    public NavigableMap<Long, Path> files() throws IOException {
        NavigableMap<Long, Path> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                entries.forEach(entry -> {
                    Matcher name = NAME.matcher(String.valueOf(entry.getFileName()));
                    if (name.matches()) {
                        files.put(Long.parseLong(name.group(1)), entry);
                    }
                });
            }
        }
        return files;
    }

    /**
     * Writes a checkpoint, making the folder where it is missing.
     *
     * @param texts as {@link Checkpoint#write} takes them
     * @throws IOException if it cannot be written; all others are intact then
     */
    public Path write(GanTrainer trainer, Map<String, String> texts) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        Path file = file(trainer.step());
        Checkpoint.write(file, trainer, texts);
        return file;
    }

    /**
     * Notes which step is the best so far, in place of what was noted before: a note may be of a moment that a resumed run has yet to
     * come to.
     *
     * @throws IOException if the note cannot be read, written or deleted
     */
    public void note(BestSoFar best) throws IOException {
        OptionalLong step = best.step();
        Path file = folder.resolve(BEST_NAME);
        if (step.isEmpty()) {
            Files.deleteIfExists(file);
        } else if (!step.equals(best())) {
            String note = "step " + step.getAsLong() + ", " + best.metric().key() + " " + best.value() + "\n";
            AtomicFile.write(file, note.getBytes(UTF_8));
        }
    }

    /** The step with the best metric. */
    public OptionalLong best() throws IOException {
        return bestNote()
                .map(note -> OptionalLong.of(Long.parseLong(note.group(1))))
                .orElse(OptionalLong.empty());
    }

    private Optional<Matcher> bestNote() throws IOException {
        Path file = folder.resolve(BEST_NAME);
        if (!Files.isRegularFile(file) || Files.size(file) > 100) {
            return Optional.empty();
        }
        return Optional.of(BEST.matcher(Files.readString(file))).filter(Matcher::matches);
    }

    /** Deletes all checkpoints but those of the last {@code count} steps and of some others. */
    public void keepLast(int count, Set<Long> others) throws IOException {
        NavigableMap<Long, Path> files = files();
        int tooMany = files.size() - count;
        for (Map.Entry<Long, Path> entry : files.entrySet()) {
            if (tooMany-- <= 0) {
                return;
            }
            if (!others.contains(entry.getKey())) {
                Files.deleteIfExists(entry.getValue());
            }
        }
    }

    /**
     * The newest checkpoint that can be read; what is wrong with newer ones is told.
     *
     * @param messages takes a line for each file that cannot be used
     * @return empty if there is no checkpoint at all
     * @throws IOException if there are some and none can be read
     */
    public Optional<Checkpoint> newest(Consumer<String> messages) throws IOException {
        List<Path> newestFirst = new ArrayList<>(files().descendingMap().values());
        for (int i = 0; i < newestFirst.size(); i++) {
            Path file = newestFirst.get(i);
            try {
                return Optional.of(Checkpoint.read(file));
            } catch (IOException e) {
                String fault = e instanceof FileFormatException ? e.getMessage() : file + ": " + FileFault.reason(e);
                if (i + 1 == newestFirst.size()) {
                    throw new IOException(fault + "; no checkpoint is left that can be read", e);
                }
                messages.accept(fault + "; falling back on " + newestFirst.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
