package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import joust.data.SyntheticIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The studies whose tables are published can be made. */
class OwnStudiesTest {
    private static final Path STUDIES = Path.of("../bench/studies");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"presets.yaml", "ring8.yaml"})
    void endsWithATable(String name) throws IOException {
        requireTable(name);
    }

    @Test
    void readsItsRowsWhereTheOptionSays() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        SyntheticIdx.write(images, 1, 2048, 1100);
        requireTable("mnist.yaml", "--data", images.toString());
    }

    private void requireTable(String name, String... more) throws IOException {
        try (Stream<Path> files = Files.list(STUDIES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        Path study = folder.resolve(name);
        String text = Files.readString(study);
        Files.writeString(
                study, text.replaceAll("steps: \\d+", "steps: 2").replace("seeds: [1, 2, 3, 4, 5]", "seeds: [1]"));

        List<String> words = new ArrayList<>(List.of("study", study.toString(), "--backend", "scalar"));
        words.addAll(List.of("--out", folder.resolve("out").toString()));
        words.addAll(List.of(more));
        Outcome outcome = Outcome.of(words.toArray(String[]::new));

        assertThat(outcome.code()).as(outcome.err()).isZero();
        text.lines()
                .filter(line -> line.startsWith("- {config: "))
                .map(line -> line.replaceAll("- .config: |(\\.yaml)?,.*", ""))
                .forEach(system -> assertThat(outcome.out()).contains(system));
    }

    @Test
    void withoutCuresIsThePresetWithoutThem() throws IOException {
        List<String> cured = Outcome.of("presets", "ring8").out().lines().toList();
        List<String> uncured = Files.readAllLines(STUDIES.resolve("ring8-without-cures.yaml"));

        assertThat(uncured.subList(2, uncured.size()))
                .isEqualTo(cured.subList(2, cured.size()).stream()
                        .filter(line -> !line.contains("penalty:"))
                        .map(line -> line.replace("packing: 2", "packing: 1"))
                        .toList());
    }
}
