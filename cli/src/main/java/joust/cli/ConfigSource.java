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

    private ConfigSource() {}

    /**
     * Reads it, with {@code --set} applied.
     *
     * @throws UsageException if it is neither, or holds something wrong
     */
    static GanConfig read(String word, Map<String, String> overrides) {
        if (Presets.names().contains(word)) {
            return ConfigYaml.read(ConfigYaml.write(Presets.get(word)), "preset " + word, overrides);
        }
        Path file = Path.of(word);
        if (!Files.isRegularFile(file)) {
            String presets = "(presets: " + String.join(", ", Presets.names()) + ")";
            throw new UsageException(
                    word.matches(".*([/\\\\]|\\.ya?ml$).*")
                            ? word + ": no such file, expected YAML or a preset " + presets
                            : word + ": neither a preset nor a file, expected '" + NearestName.of(word, Presets.names())
                                    + "' perhaps " + presets);
        }
        return read(file, overrides);
    }

    /**
     * Reads a YAML file, with {@code --set} applied.
     *
     * @throws UsageException if it cannot be read, or holds something wrong
     */
    static GanConfig read(Path file, Map<String, String> overrides) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UsageException(
                        file + ": " + Files.size(file) + " bytes, expected a configuration below 1 MiB");
            }
            return ConfigYaml.read(Files.readString(file), file.toString(), overrides);
        } catch (IOException e) {
            throw new UsageException(file + ": " + FileFault.reason(e) + ", expected YAML in UTF-8", e);
        }
    }
}
