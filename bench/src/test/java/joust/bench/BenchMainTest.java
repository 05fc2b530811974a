package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is found before anything is timed. */
class BenchMainTest {
    @TempDir
    Path folder;

    @Test
    void wrongWordsAndFilesAreUsageErrors() throws InterruptedException, IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(BenchMain.run("matmull")).isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--", "-f", "many")).isEqualTo(2);
        assertThat(BenchMain.run(
                        "matmul", "--compare", folder.resolve("none.json").toString()))
                .isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--compare", other.toString())).isEqualTo(2);
        assertThat(BenchMain.run(
                        "matmul", "--json", folder.resolve("none/r.json").toString()))
                .isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--backend", "scalarr")).isEqualTo(2);
    }

    @Test
    void aKnownBackendThatIsNotHereIsUnavailable() throws InterruptedException {
        assertThat(BenchMain.run("matmul", "--backend", "scalar:7")).isEqualTo(3);
    }

    @Test
    void jmhsOwnMainSaysWhatIsWrongInsteadOfATrace() throws IOException {
        assertThat(BenchmarkMain.run("-f", "many")).isEqualTo(2);
    }
}
