package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import joust.backend.NearestName;
import joust.gan.GanConfig;
import joust.gan.Presets;
import joust.io.FileFault;

/** The word after {@code train}: a preset's name or a YAML file. */
final class ConfigSource {
    private static final long LARGEST = 1 << 20;
    private static final Path WORKING_DIRECTORY = Path.of("");

    private ConfigSource() {}

    /**
     * Reads it, with {@code --set} applied. A relative path of the data in a file starts at the file's folder, one in an option at
     * the working directory.
     *
     * @throws UsageException if it is neither, or holds something wrong
     */
    static GanConfig read(String word, Map<String, String> overrides) {
        if (Presets.names().contains(word)) {
            GanConfig preset = Presets.get(word);
            // YAML and back costs a tenth of a second of a cold start.
            return overrides.isEmpty()
                    ? preset
                    : ConfigYaml.read(ConfigYaml.write(preset), "preset " + word, overrides)
                            .withDataFrom(WORKING_DIRECTORY);
        }
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            String presets = "(presets: " + String.join(", ", Presets.names()) + ")";
            throw new UsageException(
                    word.matches(".*([/\\\\]|\\.ya?ml$).*")
                            ? word + (Files.isDirectory(file) ? ": a folder" : ": no such file")
                                    + ", expected YAML or a preset " + presets
                            : word + ": neither a preset nor a file, expected '" + NearestName.of(word, Presets.names())
                                    + "' perhaps " + presets);
        }
        return read(file, overrides);
    }

    /**
     * Reads a YAML file, as {@link #read(String, Map)} does.
     *
     * @throws UsageException if it cannot be read, or holds something wrong
     */
    static GanConfig read(Path file, Map<String, String> overrides) {
        GanConfig config = ConfigYaml.read(text(file), file.toString(), overrides);
        boolean overridden = overrides.containsKey("data.path") || overrides.containsKey("data");
        return config.withDataFrom(overridden ? WORKING_DIRECTORY : file.resolveSibling(""));
    }

    /**
     * The text of a YAML file.
     *
     * @throws UsageException if it cannot be read
     */
    static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UsageException(
                        file + ": " + Files.size(file) + " bytes, expected a configuration below 1 MiB");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UsageException(file + ": " + FileFault.reason(e) + ", expected YAML in UTF-8", e);
        }
    }
}
