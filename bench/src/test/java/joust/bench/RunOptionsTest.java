package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunOptionsTest {
    @Test
    void suitesOptionsAndJmhsOptionsAreToldApart() {
        RunOptions options = RunOptions.parse(
                "matmul",
                "gan-step",
                "--quick",
                "--threads",
                "1,4",
                "--json",
                "r.json",
                "--",
                "-f",
                "3",
                "-p",
                "shape=64,8");
        assertThat(options.suites()).containsExactly(Suite.MATMUL, Suite.GAN_STEP);
        assertThat(options.quick()).isTrue();
        assertThat(options.threads()).containsExactly(1, 4);
        assertThat(options.file("--json")).contains(Path.of("r.json"));
        assertThat(options.file("--html")).isEmpty();
        assertThat(options.jmh().forks(true)).isEqualTo(3);
        assertThat(options.jmh().parameter("shape")).contains(List.of("64", "8"));
        assertThat(options.command())
                .isEqualTo("./joust bench matmul gan-step --quick --threads 1,4 --json r.json -- -f 3 -p shape=64,8");
    }

    @Test
    void withoutAWordThereAreFiveForksOrAQuickOne() {
        assertThat(RunOptions.parse().jmh().forks(false)).isEqualTo(5);
        assertThat(RunOptions.parse().jmh().forks(true)).isEqualTo(1);
        assertThat(RunOptions.parse().peers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matmull | matmull: no suite, expected 'matmul' perhaps",
                "--threads 0 | --threads: '0', expected numbers from 1",
                "--threads two | --threads: 'two'",
                "--jason x | --jason: expected --quick, or one of --backend",
                "--json | --json: expected",
                "-- -f many | after --: ",
                "-- --nonsense | after --: ",
                "-- matmul | after --: matmul is a pattern",
            })
    void aWordThatMeansNothingIsNamed(String words, String message) {
        assertThatThrownBy(() -> RunOptions.parse(words.split(" ")).threads())
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anUnknownLibraryIsNamed() {
        RunOptions options = RunOptions.parse("--peers", "blis");
        assertThatThrownBy(() -> new PeerPlan(options, List.of()))
                .hasMessageStartingWith("--peers: 'blis', expected some of openblas");
    }
}
