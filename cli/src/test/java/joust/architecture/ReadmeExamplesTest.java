package joust.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the README's Java examples as they stand. */
@Tag("childjvm")
class ReadmeExamplesTest {
    @TempDir
    Path folder;

    @Test
    void everyExampleRuns() throws IOException, InterruptedException {
        List<String> examples = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(Files.readString(Checkout.folder().resolve("README.md")))
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(run(examples.get(0))).endsWith(": 65536 features\n");
        assertThat(run(examples.get(1))).isEqualTo("[19.0, 22.0, 43.0, 50.0]\n");
    }

    private String run(String example) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Example.java"), example);
        Path errors = folder.resolve("errors.txt");
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "--class-path",
                        System.getProperty("java.class.path"),
                        source.toString())
                .redirectError(errors.toFile())
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as("%s", Files.readString(errors)).isZero();
        return printed;
    }
}
