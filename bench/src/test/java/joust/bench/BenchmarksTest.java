package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import joust.backend.Activation;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.data.SyntheticIdx;
import joust.gan.Presets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark's body runs once and verifies its result; nothing here looks at a time. */
class BenchmarksTest {
    @Test
    void theJarListsTheBenchmarksOfEverySuite() throws IOException {
        try (InputStream list = BenchmarkMain.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            assertThat(list).isNotNull();
            List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(Suite.values())
                    .allSatisfy(suite -> assertThat(lines)
                            .anyMatch(
                                    line -> line.matches(".*" + suite.pattern().replaceFirst("\\\\.$", " ") + ".*")));
        }
    }

    private static ChainedOptionsBuilder once(String benchmarks) {
        return new OptionsBuilder()
                .include(benchmarks)
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    @Test
    void everyBenchmarkRunsOnceAndTheTableShowsIt() throws RunnerException {
        Collection<RunResult> results = new Runner(once("joust\\.bench\\.")
                        // Other libraries, where the profile adds them, each need a JVM of their own.
                        .exclude("joust\\.bench\\.(Peer|Blas|Torch)")
                        .param("backend", "scalar")
                        .param("threads", "1")
                        .param("shape", "7x5x9", "33")
                        .param("size", "1001")
                        .param("preset", "digits", "mnist")
                        .build())
                .run();
        assertThat(results).hasSizeGreaterThan(25);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BenchmarkMain.print(
                new PrintStream(bytes, true, StandardCharsets.UTF_8), results, List.of(new Grant("scalar", 1, 1, "")));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        "NN 7x5x9", "TT 33x33x33", "naive", "joust-scalar", "GFLOP/s", "ns/element", "GB/s", "steps/s")
                .contains("sigmoid backward 1001", "adam 1001", "mnist", "machine", "upload 1001", "normal 1001")
                .contains("forward 7x5x9", "backward 33x33x33", "joust-scalar+composed+kept", "triad 1001")
                .containsPattern("peak +fma +machine +1 ");
    }

    @Test
    void aStepTrainsOnImagesAfterOthers(@TempDir Path folder) throws RunnerException {
        SyntheticIdx.write(folder, 1, 200, 20);
        RunResult result = new Runner(once("joust\\.bench\\.GanStepBenchmark")
                        .param("backend", "scalar")
                        .param("preset", "mnist")
                        .param("images", folder.toString())
                        .param("after", "3")
                        .build())
                .runSingle();
        BenchmarkParams parameters = result.getParams();
        assertThat(Work.of(parameters.getBenchmark(), parameters::getParam).what())
                .isEqualTo("mnist on " + folder.getFileName() + " after 3");
    }

    @Test
    void aTableShowsTheThreadsThatWereGranted() throws RunnerException {
        Collection<RunResult> results = new Runner(once("joust\\.bench\\.RandomBenchmark\\.uniform")
                        .param("backend", "scalar")
                        .param("threads", "2")
                        .param("size", "16")
                        .build())
                .run();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Grant> grants = BackendProbe.open(List.of("scalar"), List.of(1, 2));
        BenchmarkMain.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), results, grants);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).containsPattern("uniform 16 +joust-scalar +1 ");
    }

    @Test
    void ofADeviceTheLaunchesOfAStepAreCounted() throws RunnerException {
        Availability.open("opencl", BackendOptions.DEFAULT).close();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("joust\\.bench\\.GanStepBenchmark")
                        .param("backend", "opencl", "scalar")
                        .param("preset", "digits")
                        .forks(0)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(1))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Double> launches = results.stream()
                .collect(Collectors.toMap(result -> result.getParams().getParam("backend"), Timing::launches));
        assertThat(launches.get("opencl")).isBetween(5.0, 100.0).matches(count -> count == Math.rint(count));
        assertThat(launches.get("scalar")).isNaN();
    }

    @Test
    void callSitesCanBePolluted() {
        RandomBenchmark benchmark = new RandomBenchmark();
        benchmark.pollute = true;
        benchmark.size = 16;
        assertThat(setUp(benchmark)).isNull();
        Work work = Work.of("joust.bench.RandomBenchmark.uniform", name -> switch (name) {
            case "pollute" -> "true";
            case "size" -> "16";
            case "backend" -> "scalar";
            default -> null;
        });
        assertThat(work.implementation()).isEqualTo("joust-scalar+polluted");
    }

    private static @Nullable Throwable setUp(BackendBenchmark benchmark) {
        return catchThrowable(() -> {
            benchmark.setUp();
            benchmark.tearDown();
        });
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
        assertThat(Suite.of("joust.bench.TorchDenseBenchmark.forward")).isEqualTo(Suite.DENSE);
        assertThat(Suite.of("joust.bench.PeerMatmulBenchmark.matmul")).isEqualTo(Suite.MATMUL);
        assertThatThrownBy(() -> Suite.of("joust.bench.Other.run")).hasMessageContaining("belongs to no suite");
    }

    @Test
    void theWorkOfAnMnistStepIsWhatItsProductsAdd() {
        assertThat(StepWork.flops(Presets.get("mnist"))).isEqualTo(1.450_442_752e9);
    }
}
