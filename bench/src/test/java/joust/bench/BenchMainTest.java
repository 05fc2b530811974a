package joust.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import joust.bench.report.Figure;
import joust.bench.report.FigureJson;
import joust.bench.report.RunFacts;
import joust.bench.report.RunResults;
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
        assertThat(BenchMain.run("matmul", "--", "-p", "shape=foo")).isEqualTo(2);
        assertThat(BenchMain.run("--", "-p", "preset=nope")).isEqualTo(2);
        assertThat(BenchMain.run(
                        "matmul", "--compare", folder.resolve("none.json").toString()))
                .isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--compare", other.toString())).isEqualTo(2);
        assertThat(BenchMain.run(
                        "matmul", "--json", folder.resolve("none/r.json").toString()))
                .isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--backend", "scalarr")).isEqualTo(2);
    }

    /** Forks too few on either side are found before minutes go by; a comparison of two files times nothing. */
    @Test
    void comparisonsWithTooFewForksAreUsageErrors() throws InterruptedException, IOException {
        String few = file("few.json", 4);
        String enough = file("enough.json", 5);
        assertThat(BenchMain.run("matmul", "--compare", few)).isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--compare", enough, "--quick")).isEqualTo(2);
        assertThat(BenchMain.run("matmul", "--compare", enough, "--", "-f", "4"))
                .isEqualTo(2);
        assertThat(BenchMain.run("--compare", few, "--with", enough)).isZero();
        assertThat(BenchMain.run(
                        "--compare", enough, "--with", folder.resolve("none").toString()))
                .isEqualTo(2);
    }

    private String file(String name, int forks) throws IOException {
        Figure figure = new Figure(
                "matmul",
                "NN 64x64x64",
                "joust-scalar",
                1,
                "GFLOP/s",
                Collections.nCopies(forks, 30.0),
                List.of(),
                Double.NaN,
                Double.NaN,
                Double.NaN);
        Path file = folder.resolve(name);
        FigureJson.write(file, new RunResults(RunFacts.ofThisMachine(RunFacts.FULL, "", Map.of()), List.of(figure)));
        return file.toString();
    }

    @Test
    void aKnownBackendThatIsNotHereIsUnavailable() throws InterruptedException {
        assertThat(BenchMain.run("matmul", "--backend", "scalar:7")).isEqualTo(3);
    }

    @Test
    void jmhsListsAreGivenForTheSuitesNamed() throws InterruptedException {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            assertThat(BenchMain.run("matmul", "--threads", "1", "--", "-l")).isZero();
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(UTF_8)).contains(".MatmulBenchmark.").doesNotContain("DenseBenchmark");
    }
}
