package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import joust.bench.report.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of the peak, computed by hand: a contender at half the machine's rate has a share of one half in every unit. */
class LedgerTest {
    private static final double ROUNDING = 1e-12;

    private final Ledger ledger = new Ledger();

    private static Contender contender(String benchmark, Map<String, String> parameters) {
        return Contender.of(benchmark, parameters).with("backend", "scalar").with("threads", "1");
    }

    private static Timing calls(double perSecond) {
        return new Timing(perSecond, perSecond, Double.NaN);
    }

    @Test
    void launchesAreThoseOfACallWhateverItsSpeed() {
        Contender step = contender("GanStepBenchmark.step", Map.of("preset", "mnist"));
        ledger.add(0, step, new Timing(2, 2.5, 39));
        ledger.add(0, step, new Timing(3, 3.5, 39));
        assertThat(ledger.figure(0, step).orElseThrow().launches()).isEqualTo(39);
    }

    @ParameterizedTest
    @ValueSource(doubles = {39, 1.0 / 3, Double.NaN})
    void timingsGoFromForkToForkToTheBit(double launches) {
        Timing timing = new Timing(Math.PI * 1e5, Math.E * 1e5, launches);
        assertThat(Timing.parse(timing.text())).isEqualTo(timing);
    }

    @Test
    void flopsAreSharesOfTheFmaPeak() {
        // The peak: 10 GFLOP/s.
        ledger.add(0, Contender.peak(1), calls(1e10 / PeakBenchmark.FLOPS));
        Contender product = contender("MatmulBenchmark.matmul", Map.of("product", "NN", "shape", "100"));
        ledger.add(0, product, calls(5e9 / 2e6));
        Figure figure = ledger.figure(0, product).orElseThrow();
        assertThat(figure.score()).isCloseTo(5, within(ROUNDING));
        assertThat(figure.peak()).isCloseTo(10, within(ROUNDING));
        assertThat(figure.flopsPerByte()).isCloseTo(2e6 / (3 * 40_000), within(ROUNDING));

        Contender step = contender("GanStepBenchmark.step", Map.of("preset", "mnist"));
        ledger.add(0, step, calls(2));
        assertThat(ledger.figure(0, step).orElseThrow().peak()).isCloseTo(1e10 / 1_450_442_752, within(1e-9));
    }

    @Test
    void nanosecondsAndGigabytesAreSharesOfTheTriad() {
        Contender activation = contender("ActivationBenchmark.forward", Map.of("activation", "RELU", "size", "3000"));
        // 24,000 bytes touched, as by a triad over 2,000 elements, which here moves 12 GB/s.
        ledger.add(0, Contender.triad(1, 24_000), calls(12e9 / 24_000));
        ledger.add(0, activation, calls(1e6 / 4));
        Figure figure = ledger.figure(0, activation).orElseThrow();
        assertThat(figure.unit()).isEqualTo("ns/element");
        assertThat(figure.score()).isCloseTo(4.0 / 3, within(ROUNDING));
        assertThat(figure.peak()).isCloseTo(8.0 / 12, within(ROUNDING));
        assertThat(figure.shareOfPeak()).isCloseTo(0.5, within(ROUNDING));
    }

    @Test
    void aPeakOfAnotherScopeIsNotUsed() {
        ledger.add(0, Contender.peak(1), calls(1e10 / PeakBenchmark.FLOPS));
        Contender product = contender("MatmulBenchmark.matmul", Map.of("product", "NN", "shape", "100"));
        ledger.add(1, product, calls(2500));
        assertThat(ledger.figure(1, product).orElseThrow().peak()).isNaN();
    }

    @Test
    void whatFailedOnceHasNoFigure() {
        Contender product = contender("MatmulBenchmark.matmul", Map.of("product", "NN", "shape", "8"));
        ledger.add(0, product, calls(1));
        ledger.fail(product, "wrong");
        assertThat(ledger.figure(0, product)).isEmpty();
        assertThat(ledger.failures()).containsExactly("matmul NN 8x8x8, joust-scalar, 1 thread: wrong");
    }
}
