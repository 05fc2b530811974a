package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import joust.backend.Activation;
import joust.gan.Presets;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark's body runs once and verifies its result; nothing here looks at a time. */
class BenchmarksTest {
    @Test
    void theJarListsTheBenchmarks() throws IOException {
        try (InputStream list = BenchmarkMain.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(list).isNotNull();
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .contains(
                            "joust.bench.MatmulBenchmark",
                            "joust.bench.NaiveMatmulBenchmark",
                            "joust.bench.PeakBenchmark")
                    .contains("joust.bench.ActivationBenchmark", "joust.bench.OptimizerBenchmark")
                    .contains("joust.bench.GanStepBenchmark", "joust.bench.DenseBenchmark")
                    .contains("joust.bench.BandwidthBenchmark");
        }
    }

    @Test
    void everyBenchmarkRunsOnceAndTheTableShowsIt() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("joust\\.bench\\.")
                        // Other libraries, where the profile adds them, each need a JVM of their own.
                        .exclude("joust\\.bench\\.(Peer|Blas|Torch)")
                        .param("backend", "scalar")
                        .param("shape", "7x5x9", "33")
                        .param("size", "1001")
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results).hasSizeGreaterThan(20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BenchmarkMain.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), results);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        "NN 7x5x9", "TN 33x33x33", "naive", "joust-scalar", "GFLOP/s", "ns/element", "GB/s", "steps/s")
                .contains("sigmoid backward 1001", "adam 1001", "mnist", "machine")
                .contains("forward 7x5x9", "backward 33x33x33", "joust-scalar+composed+kept", "triad 1001")
                .containsPattern("peak .* 1\\.000\\n");
    }

    @Test
    void aWrongResultIsNotTimed() {
        MatmulCase matmul = new MatmulCase(Product.NN, new MatrixShape(4, 3, 5));
        float[] wrong = new float[20];
        assertThatThrownBy(() -> matmul.verify("broken", wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("broken NN 4x3x5: element (0, 0) is 0.0, expected ")
                .hasMessageEndingWith("; not timed");
        assertThatThrownBy(() -> ElementCheck.verify(
                        "broken", new float[] {0.5f}, i -> ActivationOracle.value(Activation.TANH, 1)))
                .hasMessageContaining("element 0 is 0.5");
    }

    @Test
    void aWrongLayerIsNotTimed() {
        DenseCase dense = new DenseCase(new MatrixShape(4, 3, 5));
        float[] wrong = new float[20];
        Arrays.fill(wrong, -1);
        assertThatThrownBy(() -> dense.verifyForward("broken", wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("broken forward: element ")
                .hasMessageEndingWith("; not timed");
        assertThatThrownBy(() -> dense.verifyBackward("broken", new float[12], new float[15], new float[5]))
                .hasMessageStartingWith("broken ")
                .hasMessageContaining("gradient: element ");
    }

    @Test
    void everyBenchmarkBelongsToASuite() {
        assertThat(Suite.named("dense")).contains(Suite.DENSE);
        assertThat("joust.bench.TorchDenseBenchmark.forward").matches(Suite.DENSE.pattern() + ".*");
        assertThat("joust.bench.DenseBenchmark.forward").doesNotMatch(Suite.MATMUL.pattern() + ".*");
    }

    @Test
    void theWorkOfAnMnistStepIsWhatItsProductsAdd() {
        assertThat(StepWork.flops(Presets.get("mnist"))).isEqualTo(1.450_442_752e9);
    }
}
