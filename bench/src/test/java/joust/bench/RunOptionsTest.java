package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import joust.backend.HostPages;
import joust.data.SyntheticIdx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;

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

    /** Of two flags Java takes the last, so that a user can say otherwise. */
    @Test
    void hugePagesComeBeforeTheUsersFlags() {
        List<String> expected = new ArrayList<>(HostPages.flags());
        expected.add("-XX:-UseTransparentHugePages");
        Options options = RunOptions.parse("--", "-jvmArgsPrepend", "-XX:-UseTransparentHugePages")
                .jmh()
                .given();
        assertThat(JmhOptions.flags(options.getJvmArgsPrepend())).isEqualTo(expected);
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
                "--with n.json | --with: nothing is timed then, expected --compare OLD.json beside it and no more",
                "matmul --compare o.json --with n.json | --with: nothing is timed then",
                "--compare o.json --with n.json -- -f 5 | --with: nothing is timed then",
                "--peers openblas,foo | --peers: 'foo', expected some of openblas,",
                "-- matmul | after --: matmul is a pattern",
                "-- -p shap=3 | -p shap: no parameter of what is timed, expected 'shape' perhaps (parameters: activation, after, backend",
                "-- -pshap=3 | -p shap: no parameter",
                "random -- -p shape=3 | -p shape: no parameter of what is timed, expected 'size' perhaps (parameters: backend,",
                "peak -- -p shape=3 | -p shape: no such parameter, expected none",
                "-- -p peer=MKL | -p peer: no parameter of what is timed",
                "matmul -- -p product=NN,XX | -p product: 'XX', expected one of NN, NT, TN, TT",
                "matmul -- -p shape=64,foo | -p shape: 'foo', expected m x k x n such as 128x512x784",
                "-- -p preset=nope | -p preset: 'nope', expected one of digits, digits-conditional, ",
                "-- -p form=OTHER | -p form: 'OTHER', expected one of FUSED, COMPOSED",
                "-- -p pollute=yes | -p pollute: 'yes', expected one of false, true",
                "gan-step -- -p after=-1 | -p after: '-1', expected whole numbers from 0",
                "gan-step -- -p images=nowhere | -p images: 'nowhere', expected random or a folder with the IDX files",
                "gan-step -- -p images=. | -p images: '.', expected random or the files train-images-idx3-ubyte",
                "random -- -p size=0 | -p size: '0', expected whole numbers from 1",
            })
    void aWordThatMeansNothingIsNamed(String words, String message) {
        assertThatThrownBy(() -> RunOptions.parse(words.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void imagesNeedAPresetThatTakesThemAndNamesOfTheirOwn(@TempDir Path folder) throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/set"));
        Path other = Files.createDirectories(folder.resolve("other/set"));
        SyntheticIdx.write(one, 1, 1, 1);
        SyntheticIdx.write(other, 2, 1, 1);
        assertThatThrownBy(() -> RunOptions.parse("gan-step", "--", "-p", "preset=digits", "-p", "images=" + one))
                .isInstanceOf(UsageException.class)
                .hasMessage("-p images: '" + one + "', expected a preset that trains on image files, not digits");
        assertThatThrownBy(() -> RunOptions.parse("gan-step", "--", "-p", "images=" + one + "," + other))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("-p images: '" + other + "', expected folders of different names");
        assertThat(RunOptions.parse("gan-step", "--", "-p", "images=random," + one)
                        .jmh()
                        .parameter("images"))
                .contains(List.of("random", one.toString()));
    }

    @Test
    void ofPresetsWideIsOneToo() {
        assertThat(RunOptions.parse("gan-step", "--", "-p", "preset=wide").jmh().parameter("preset"))
                .contains(List.of("wide"));
        assertThatThrownBy(() -> RunOptions.parse("gan-step", "--", "-p", "preset=nope"))
                .hasMessageEndingWith(", wide");
    }

    /** A peak that C2 has not compiled yet would make every share of it nonsense. */
    @Test
    void theMachinesLimitsKeepAWarmUpOfTheirOwn() {
        JmhOptions hasty =
                RunOptions.parse("--", "-wi", "1", "-w", "100ms", "-r", "100ms").jmh();
        Options peak = hasty.of(Contender.peak(1), false).build();
        assertThat(peak.getWarmupIterations().get()).isEqualTo(4);
        assertThat(peak.getWarmupTime().get()).isEqualTo(TimeValue.milliseconds(500));
        assertThat(peak.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(100));
        Contender draw = Contender.of("RandomBenchmark.normal", Map.of("size", "16"));
        assertThat(hasty.of(draw, false).build().getWarmupIterations().get()).isEqualTo(1);
        assertThat(hasty.seconds(Contender.peak(1), false)).isEqualTo(2 + 0.5);
        assertThat(hasty.seconds(draw, false)).isEqualTo(0.1 + 0.5);
        JmhOptions patient = RunOptions.parse("--", "-w", "3s").jmh();
        assertThat(patient.of(Contender.triad(1, 1200), false)
                        .build()
                        .getWarmupTime()
                        .get())
                .isEqualTo(TimeValue.seconds(3));
    }

    @Test
    void anUnknownLibraryIsNamed() {
        assertThatThrownBy(() -> RunOptions.parse("--peers", "blis"))
                .hasMessageStartingWith("--peers: 'blis', expected some of openblas");
    }
}
