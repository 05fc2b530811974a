package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import joust.data.SyntheticIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every peer's body runs once in a JVM of its own and verifies its result; nothing here looks at a time. */
class PeersTest {
    static Stream<Map<String, String>> products() {
        return Stream.of("OPENBLAS", "MKL", "NETLIB", "EJML")
                .flatMap(peer -> Stream.of("NN", "NT", "TN", "TT")
                        .map(product -> Map.of("peer", peer, "product", product, "shape", "7x5x19")));
    }

    @ParameterizedTest
    @MethodSource("products")
    void aProductIsRight(Map<String, String> parameters) throws RunnerException {
        assertThat(run("PeerMatmulBenchmark", parameters).unit()).isEqualTo("GFLOP/s");
    }

    @ParameterizedTest
    @CsvSource({"OPENBLAS, 1", "MKL, 2"})
    void aLayerOverBlasIsRight(String peer, String threads) throws RunnerException {
        Map<String, String> parameters =
                Map.of("peer", peer, "threads", threads, "shape", "7x5x19", "form", "FUSED", "weights", "CHANGING");
        assertThat(run("BlasDenseBenchmark.forward", parameters).what()).isEqualTo("forward 7x5x19");
        assertThat(run("BlasDenseBenchmark.backward", parameters).implementation())
                .isEqualTo(peer.toLowerCase(Locale.ROOT));
    }

    @Test
    void aStepOverBlasStaysFinite() throws RunnerException {
        Map<String, String> parameters = Map.of("peer", "MKL", "preset", "digits");
        assertThat(run("BlasGanStepBenchmark", parameters).implementation()).isEqualTo("mkl");
    }

    @Test
    void pytorchIsRight() throws RunnerException {
        Map<String, String> small = Map.of("shape", "7x5x19");
        assertThat(run("TorchDenseBenchmark.forward", small).implementation()).isEqualTo("pytorch");
        run("TorchDenseBenchmark.backward", small);
        for (String activation : List.of("RELU", "SIGMOID", "TANH")) {
            run("TorchActivationBenchmark.forward", Map.of("activation", activation, "size", "1001"));
        }
        run("TorchOptimizerBenchmark", Map.of("size", "1001"));
    }

    @ParameterizedTest
    @CsvSource({
        "PYTORCH, 1, pytorch",
        "PYTORCH_BY_HAND, 1, pytorch-by-hand",
        "PYTORCH_FLUSHED, 1, pytorch-flushed",
        "PYTORCH_FLUSHED, 2, pytorch-flushed"
    })
    void bothWaysToWriteTheStepAgree(String peer, String threads, String word) throws RunnerException {
        Map<String, String> parameters = Map.of("peer", peer, "threads", threads);
        assertThat(run("TorchGanStepBenchmark", parameters).implementation()).isEqualTo(word);
    }

    @Test
    void pytorchTrainsOnImagesAfterOtherSteps(@TempDir Path folder) throws RunnerException {
        SyntheticIdx.write(folder, 1, 200, 20);
        Map<String, String> parameters =
                Map.of("peer", "PYTORCH_FLUSHED", "images", folder.toString(), "after", "3");
        assertThat(run("TorchGanStepBenchmark", parameters).what())
                .isEqualTo("mnist on " + folder.getFileName() + " after 3");
    }

    @Test
    void theSystemsOpenBlasIsRightOrSaysWhatIsMissing() {
        Map<String, String> parameters = Map.of("peer", "OPENBLAS_SYSTEM", "product", "NN", "shape", "7x5x19");
        try {
            assertThat(run("PeerMatmulBenchmark", parameters).implementation()).isEqualTo("openblas-system");
        } catch (RunnerException missing) {
            assertThatThrownBy(() -> BlasLibrary.OPENBLAS_SYSTEM.open(1)).hasMessageContaining("apt install");
        }
    }

    @ParameterizedTest
    @CsvSource({"NN", "NT", "TN", "TT"})
    void theSystemsClBlastIsRightOrSaysWhatIsMissing(String product) {
        Map<String, String> parameters = Map.of("peer", "CLBLAST", "product", product, "shape", "7x5x19");
        MatmulCase matmul = new MatmulCase(Product.valueOf(product), MatrixShape.parse("7x5x19"));
        try {
            assertThat(run("PeerMatmulBenchmark", parameters).implementation()).isEqualTo("clblast");
        } catch (RunnerException missing) {
            assertThatThrownBy(() -> new ClBlastGemm(matmul)).hasMessageContaining("apt install");
        }
    }

    @Test
    void everyPlannedContenderExistsWithItsParameters() throws ReflectiveOperationException {
        RunOptions options = RunOptions.parse("--peers", "all,clblast", "--backend", "scalar", "--threads", "1,2");
        RunPlan plan = new RunPlan(options, List.of(new Grant("scalar", 1, 1, "")));
        TreeSet<String> contenders = new TreeSet<>();
        for (ComparedCase compared : plan.cases()) {
            for (Contender contender : compared.contenders()) {
                contenders.add(contender.benchmark());
                requireParameters(contender);
            }
        }
        assertThat(contenders).hasSizeGreaterThan(12);
    }

    private static void requireParameters(Contender contender) throws ReflectiveOperationException {
        String[] names = contender.benchmark().split("\\.");
        Class<?> type = contender.type();
        assertThat(Stream.of(type.getMethods())
                        .filter(method -> method.isAnnotationPresent(Benchmark.class))
                        .map(method -> method.getName()))
                .contains(names[1]);
        Class<?> owner = names[0].equals("BandwidthBenchmark") ? BandwidthBenchmark.Arrays.class : type;
        for (String parameter : contender.parameters().keySet()) {
            assertThat(owner.getField(parameter)).isNotNull();
        }
    }

    private static Work run(String benchmark, Map<String, String> parameters) throws RunnerException {
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include("joust\\.bench\\." + benchmark.replace(".", "\\.") + (benchmark.contains(".") ? "$" : "\\."))
                .forks(1)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        builder.param("backend", "scalar");
        parameters.forEach(builder::param);
        RunResult result = new Runner(builder.build()).runSingle();
        return Work.of(result.getParams().getBenchmark(), result.getParams()::getParam);
    }
}
