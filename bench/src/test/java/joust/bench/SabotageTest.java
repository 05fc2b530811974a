package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import joust.bench.report.Figure;
import joust.bench.report.RunResults;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kernel is broken on purpose: its case is an error without a figure, and the others are timed. */
@Tag("childjvm")
class SabotageTest {
    @ParameterizedTest
    @ValueSource(strings = {"--quick", ""})
    void whatIsComputedWrongHasNoFigure(String mode) throws IOException, InterruptedException {
        String words = "matmul activation " + mode
                + " --backend sabotaged,scalar --threads 1 -- -f 1 -wi 0 -i 1 -r 1ms -p product=NN -p shape=64,16"
                + " -p activation=RELU -p size=64";
        RunOptions options = RunOptions.parse(words.split(" +"));
        List<Grant> grants = BackendProbe.open(options.backends(), options.threads());
        ByteArrayOutputStream progress = new ByteArrayOutputStream();
        BenchRun run = new BenchRun(options, grants, new PrintStream(progress, true, StandardCharsets.UTF_8), true);
        RunResults results = run.run(soFar -> {});
        assertThat(run.failures())
                .singleElement()
                .asString()
                .startsWith(
                        "matmul NN 64x64x64, joust-sabotaged, 1 thread: sabotaged NN 64x64x64: element (0, 0) is 1000.0")
                .endsWith("; not timed");
        assertThat(run.joustFailed()).isTrue();
        assertThat(results.figures())
                .filteredOn(figure -> figure.implementation().equals("joust-sabotaged"))
                .extracting(Figure::what)
                .containsExactly("NN 16x16x16", "relu forward 64", "relu backward 64");
        assertThat(results.figures())
                .filteredOn(Figure::isScalar)
                .allSatisfy(figure -> assertThat(figure.shareOfPeak()).isPositive())
                .extracting(Figure::what)
                .containsExactly("NN 64x64x64", "NN 16x16x16", "relu forward 64", "relu backward 64");
        assertThat(progress.toString(StandardCharsets.UTF_8)).contains("100 %, 0 s left: ");
    }
}
