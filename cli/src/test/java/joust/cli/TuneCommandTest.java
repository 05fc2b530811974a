package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import joust.backend.Fastest;
import org.junit.jupiter.api.Test;

class TuneCommandTest {
    private static final Fastest FASTEST = new Fastest(
            "a step of x",
            List.of(new Fastest.Timing("simd", 2, "CPU", 0.0015), new Fastest.Timing("scalar", 1, "CPU", 0.003)),
            List.of("opencl: no driver; install one"));

    @Test
    void aStepIsTimedAndTheAnswerKept() {
        Outcome outcome = Outcome.of("tune", "gaussian1d");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith("a step of gaussian1d").contains("\n* ", "scalar", "times");
        assertThat(outcome.err()).contains("timing a step of gaussian1d", "kept in ");
        assertThat(Outcome.of("doctor").out())
                .containsPattern("(?m)^tuned +\\S+ on \\d+ threads? took .* ms for a step of gaussian1d");
    }

    @Test
    void whatIsNoPresetIsRefused() {
        Outcome outcome = Outcome.of("tune", "mnits");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("mnits: neither a preset nor a file");
    }

    @Test
    void theTableMarksTheFastest() {
        assertThat(FastestTable.text(FASTEST).lines())
                .containsExactly(
                        "a step of x",
                        "  backend      threads         ms   times  device",
                        "* simd               2      1.500    1.00  CPU",
                        "  scalar             1      3.000    2.00  CPU",
                        "  not timed: opencl: no driver; install one");
    }

    @Test
    void theJsonHoldsTheSame() {
        assertThat(FastestTable.json(List.of(FASTEST)).strip())
                .isEqualTo("[{\"workload\":\"a step of x\",\"backend\":\"simd\",\"threads\":2,\"timings\":["
                        + "{\"backend\":\"simd\",\"threads\":2,\"device\":\"CPU\",\"seconds\":0.0015},"
                        + "{\"backend\":\"scalar\",\"threads\":1,\"device\":\"CPU\",\"seconds\":0.003}],"
                        + "\"excluded\":[\"opencl: no driver; install one\"]}]");
    }
}
