package joust.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar's main says what it did not time, where JMH alone is silent and ends with 0. */
class JarMainTest {
    private static final String SHORT = " -p threads=1 -f 1 -wi 0 -i 1 -r 1ms";

    private record Answer(int code, String out, String err) {}

    private static Answer answer(String words) throws IOException {
        PrintStream console = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            return new Answer(BenchmarkMain.run(words.split(" ")), out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(console);
            System.setErr(errors);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NoSuch | NoSuch: matches no benchmark, expected a suite (matmul, ",
                "matmul NoSuch | NoSuch: matches no benchmark",
                "matmul -p shape=foo | -p shape: 'foo', expected m x k x n",
                "matmul -p shap=3 | -p shap: no parameter of what is timed, expected 'shape' perhaps",
                "random -p product=NN | -p product: no parameter of what is timed",
                "-f many | Cannot parse argument 'many'",
            })
    void wrongWordsAreNamedAndNothingRuns(String words, String message) throws IOException {
        Answer answer = answer(words);
        assertThat(answer.err()).startsWith(message).hasLineCount(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    @Tag("childjvm")
    void aBackendThatIsNotHereIsAFailure() throws IOException {
        Answer answer = answer("matmul -p backend=foo" + SHORT);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    @Tag("childjvm")
    void aCaseWhoseForkFailedIsNamed() throws IOException {
        Answer answer = answer("\\.MatmulBenchmark -p backend=sabotaged -p product=NN -p shape=64,16" + SHORT);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out().lines())
                .anyMatch(line -> line.matches("matmul +NN 16x16x16 .*"))
                .anyMatch(line -> line.matches("peak +fma +machine .*"))
                .filteredOn(line -> line.startsWith("not timed: "))
                .containsExactly(
                        "not timed: matmul NN 64x64x64, joust-sabotaged, 1 thread: its JVM failed, see its output above");
    }
}
