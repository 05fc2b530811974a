package joust.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import joust.backend.BackendOptions;
import joust.backend.testing.ChildJvm;
import joust.data.SyntheticIdx;
import joust.gan.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on the SIMD backend gives the scalar backend's networks to the bit, whatever the threads and the vectors. */
class SimdTrainingTest {
    @TempDir
    private static Path images;

    private static final List<String> EXPECTED = new ArrayList<>();

    @BeforeAll
    static void trainOnScalar() {
        SyntheticIdx.write(images, 1, 256, 16);
        EXPECTED.addAll(TrainingRuns.hashes("scalar", BackendOptions.DEFAULT, images));
        assertThat(EXPECTED)
                .hasSize(Presets.names().size() + CuredRuns.all().size())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void itsThreadsDoNotMatter(int threads) {
        assertThat(TrainingRuns.hashes("simd", BackendOptions.threads(threads), images))
                .isEqualTo(EXPECTED);
    }

    @Test
    void twoBackendsMayShareAnExecutorThatIsTooSmall() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2);
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            BackendOptions options = new BackendOptions(3, pool);
            var first = callers.submit(() -> TrainingRuns.hashes("simd", options, images));
            var second = callers.submit(() -> TrainingRuns.hashes("simd", options, images));
            assertThat(first.get()).isEqualTo(EXPECTED);
            assertThat(second.get()).isEqualTo(EXPECTED);
        }
    }

    @Tag("childjvm")
    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void theWidthOfTheVectorsDoesNotMatter(int bits) {
        List<String> flags = List.of("--add-modules=" + JavaMachine.VECTOR_MODULE, "-D" + Lanes.PROPERTY + "=" + bits);
        ChildJvm.Result result = ChildJvm.run(flags, TrainingRuns.class, images.toString(), "1", "2", "3");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output().lines().filter(line -> !line.startsWith("WARNING")))
                .containsExactlyElementsOf(Stream.of(EXPECTED, EXPECTED, EXPECTED)
                        .flatMap(List::stream)
                        .toList());
    }
}
