package joust.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {
    private static final RunResults RUN = Samples.run();

    @Test
    void casesAreSortedBySpeedWithRatiosAndTheWinnerMarked() {
        List<String> lines = FigureTable.lines(RUN);
        assertThat(lines.get(0))
                .containsPattern(
                        "suite +case +\\* +implementation +threads +score +error +unit +x scalar +x peer +of peak");
        assertThat(lines.get(1))
                .containsPattern(
                        "^matmul +NN 128x512x784 +\\*  joust-simd +2 +111\\.00 +1\\.000 +GFLOP/s +3\\.70 +0\\.62$");
        assertThat(lines.get(2)).containsPattern("^ +mkl +1 +75\\.00 +1\\.000 +GFLOP/s +2\\.50 +1\\.00 +0\\.83$");
        assertThat(lines.get(3))
                .containsPattern("^ +joust-simd +1 +61\\.00 +1\\.000 +GFLOP/s +2\\.03 +0\\.81 +0\\.68$");
        assertThat(lines.get(4))
                .containsPattern("^ +joust-scalar +1 +30\\.00 +1\\.000 +GFLOP/s +1\\.00 +0\\.40 +0\\.33$");
    }

    @Test
    void ofNanosecondsFewerAreFaster() {
        assertThat(FigureTable.lines(RUN).get(5))
                .containsPattern(
                        "^activation +tanh forward 100352 +\\*  joust-simd +1 +0\\.500 +0\\.000 +ns/element +2\\.00 +0\\.20$");
    }

    @Test
    void launchesStandWhereADeviceWasLaunched() {
        List<String> lines = FigureTable.lines(RUN);
        assertThat(lines.get(0)).endsWith("  launches/step");
        assertThat(lines).anyMatch(line -> line.matches("^ +joust-opencl:0 +- +20\\.00 .* 39\\.00$"));
        assertThat(FigureTable.lines(new RunResults(
                                RUN.facts(), List.of(RUN.figures().getFirst())))
                        .getFirst())
                .endsWith("of peak");
    }

    @Test
    void aDeviceHasNoThreadsAndIsComparedWithTheFastestLibrary() {
        RunResults run = new RunResults(
                RUN.facts(),
                List.of(
                        Samples.figure("gan-step", "mnist", "joust-opencl:0", 1, "steps/s", Double.NaN, 30.0),
                        Samples.figure("gan-step", "mnist", "pytorch", 1, "steps/s", Double.NaN, 40.0),
                        Samples.figure("gan-step", "mnist", "pytorch", 2, "steps/s", Double.NaN, 60.0)));
        assertThat(FigureTable.lines(run))
                .anyMatch(line -> line.matches("^ +joust-opencl:0 +- +30\\.00 +steps/s +0\\.50$"));
        assertThat(run.figures().getFirst().contender()).isEqualTo("joust-opencl:0");
    }

    @Test
    void aDevicesOwnBandwidthHasNoThreadsEither() {
        RunResults run = new RunResults(
                RUN.facts(),
                List.of(Samples.figure("bandwidth", "triad 8", "machine-opencl:0", 1, "GB/s", Double.NaN, 30.0)));
        assertThat(FigureTable.lines(run))
                .anyMatch(line -> line.matches("^bandwidth +triad 8 +machine-opencl:0 +- .*"));
    }

    @Test
    void everyColumnIsExplained() {
        String text = String.join("\n", FigureTable.lines(RUN));
        for (String column : List.of("*", "threads", "error", "x scalar", "x peer", "of peak", "launches/step")) {
            assertThat(text).contains("\n" + column + " ");
        }
    }

    @Test
    void aQuickRunSaysSoAndShowsNoErrors() {
        RunResults quick = new RunResults(
                Samples.facts(RunFacts.QUICK, "25.0.3"),
                List.of(Samples.figure("matmul", "NN 64", "joust-simd", 1, "GFLOP/s", 10, 5.0)));
        assertThat(FigureTable.lines(quick).getFirst()).isEqualTo("quick: 1 fork, not for publishing");
        assertThat(String.join("\n", FigureTable.lines(quick)))
                .doesNotContain("error")
                .doesNotContain("x peer");
    }
}
