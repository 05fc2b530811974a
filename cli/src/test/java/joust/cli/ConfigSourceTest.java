package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import joust.gan.DataConfig;
import joust.gan.GanConfig;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourceTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path file(String dataPath) throws IOException {
        GanConfig config = ConfigYaml.read(
                ConfigYaml.write(Presets.get("toy2d")),
                "toy2d",
                Map.of("data", "{kind: csv, path: '" + dataPath + "', labelColumn: last}"));
        return Files.writeString(folder.resolve("mine.yaml"), ConfigYaml.write(config));
    }

    private static void assertData(GanConfig config, Path expected) {
        assertThat(config.data()).isEqualTo(new DataConfig.Csv(expected.toString(), "last"));
    }

    @Test
    void aRelativePathInAFileStartsAtTheFile() throws IOException {
        String file = file("sub/rows.csv").toString();
        assertData(ConfigSource.read(file, Map.of()), folder.resolve("sub/rows.csv"));
        assertData(ConfigSource.read(file, Map.of("seed", "7")), folder.resolve("sub/rows.csv"));
    }

    @Test
    void anAbsolutePathStays() throws IOException {
        Path rows = folder.resolve("rows.csv");
        assertData(ConfigSource.read(file(rows.toString()).toString(), Map.of()), rows);
    }

    @Test
    void aRelativePathInAnOptionStartsAtTheWorkingDirectory() throws IOException {
        String file = file("rows.csv").toString();
        assertData(ConfigSource.read(file, Map.of("data.path", "a/b.csv")), HERE.resolve("a/b.csv"));
        Map<String, String> data = Map.of("data", "{kind: csv, path: b.csv, labelColumn: last}");
        assertData(ConfigSource.read(file, data), HERE.resolve("b.csv"));
        assertData(ConfigSource.read("toy2d", data), HERE.resolve("b.csv"));
    }

    @Test
    void aPresetIsTheSameWithAndWithoutOverrides() {
        for (String name : Presets.names()) {
            GanConfig preset = ConfigSource.read(name, Map.of());
            assertThat(preset).isEqualTo(Presets.get(name));
            assertThat(ConfigSource.read(name, Map.of("seed", Long.toString(preset.seed()))))
                    .isEqualTo(preset);
        }
    }
}
