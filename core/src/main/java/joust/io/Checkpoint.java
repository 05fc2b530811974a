package joust.io;

import static joust.io.FileFormatException.quote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import joust.gan.GanNetworks;
import joust.gan.GanTrainer;

/**
 * A run at the end of one of its steps, in a safetensors file: the tensors of {@link joust.gan.RunState}, its numbers as texts
 * {@code state.NAME}, whatever texts the writer adds, and a sum over all of it, {@code sha256}. A trainer of the same configuration and
 * data goes on from it as if never stopped.
 */
public final class Checkpoint {
    private static final String NUMBER = "state.";
    private static final String STEP = "step";
    private static final String SUM = "sha256";

    private final SafeTensors content;
    private final Map<String, Long> numbers;

    private Checkpoint(SafeTensors content, Map<String, Long> numbers) {
        this.content = content;
        this.numbers = numbers;
    }

    /**
     * Writes a run as it is, replacing a file of the same name only when the new one is complete and on the disk.
     *
     * @param texts what else the file keeps, by name
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if a text has the name of the sum or of a number of the state
     */
    public static void write(Path file, GanTrainer trainer, Map<String, String> texts) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(texts);
        trainer.state().numbers().forEach((name, value) -> put(all, NUMBER + name, value.toString()));
        SafeTensors content = WeightsFile.content(file, trainer.state().arenas(), all);
        put(all, SUM, ContentSum.of(content, SUM));
        new SafeTensors(file.toString(), content.tensors(), all).write(file);
    }

    private static void put(Map<String, String> texts, String name, String text) {
        if (texts.put(name, text) != null) {
            throw new IllegalArgumentException("text " + name + ": the name is taken, expected one of its own");
        }
    }

    /**
     * Reads a file and checks its sum.
     *
     * @throws FileFormatException if it is no checkpoint or is damaged
     * @throws IOException if it cannot be read
     */
    public static Checkpoint read(Path file) throws IOException {
        SafeTensors content = SafeTensors.read(file);
        String expected = content.metadata().get(SUM);
        if (expected == null) {
            throw wrong(content, SUM, "the sum of a checkpoint", "none");
        }
        String found = ContentSum.of(content, SUM);
        if (!found.equals(expected)) {
            throw wrong(content, SUM, "content with this sum, " + quote(expected), found);
        }
        Map<String, Long> numbers = numbers(content);
        if (!numbers.containsKey(STEP)) {
            throw wrong(content, NUMBER + STEP, "the steps done", "none");
        }
        return new Checkpoint(content, numbers);
    }

    /** The file, as messages name it. */
    public String source() {
        return content.source();
    }

    /** Steps done. */
    public long step() {
        return numbers.getOrDefault(STEP, 0L);
    }

    /** A text that its writer added. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(content.metadata().get(name));
    }

    /**
     * Takes a trainer of the same configuration to this moment; if the file does not fit, the trainer stays as it is.
     *
     * @throws FileFormatException naming all tensors and numbers that are missing, superfluous or of another shape
     */
    public void restore(GanTrainer trainer) throws FileFormatException {
        try {
            trainer.state().check(numbers);
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(source(), "texts", "numbers of this run", String.valueOf(e.getMessage()), e);
        }
        WeightsFile.load(content, trainer.state().arenas());
        trainer.state().restore(numbers);
    }

    /**
     * Sets networks alone, to judge or to sample.
     *
     * @throws FileFormatException naming all tensors that are missing, superfluous or of another shape
     */
    public void load(GanNetworks networks) throws FileFormatException {
        WeightsFile.load(content, networks.state().arenas());
        networks.state().restore(Map.of());
    }

    private static Map<String, Long> numbers(SafeTensors content) throws FileFormatException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : content.metadata().entrySet()) {
            if (text.getKey().startsWith(NUMBER)) {
                numbers.put(text.getKey().substring(NUMBER.length()), number(content, text));
            }
        }
        return numbers;
    }

    private static long number(SafeTensors content, Map.Entry<String, String> text) throws FileFormatException {
        if (!text.getValue().matches("\\d{1,18}")) {
            throw wrong(content, text.getKey(), "a whole number of at least 0", quote(text.getValue()));
        }
        return Long.parseLong(text.getValue());
    }

    private static FileFormatException wrong(SafeTensors content, String text, String expected, String found) {
        return new FileFormatException(content.source(), "text " + quote(text), expected, found);
    }
}
