package joust.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private static final int CASES = 5_000;

    private static long named(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("  (faster|SLOWER) .*"))
                .count();
    }

    /** Seeds are fixed, so that this is no test of luck: with other seeds 0 to 27 of 5,000 are named. */
    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.01, 0.03, 0.1, 0.3})
    void ofTwoRunsOfOneCommitAtMostOneFigureInAHundredIsNamed(double deviation) {
        RunResults before = Samples.spread(CASES, 5, deviation, 1, new Random(1));
        RunResults now = Samples.spread(CASES, 5, deviation, 1, new Random(2));
        List<String> lines = Changes.lines(before, now);
        assertThat(named(lines)).isLessThanOrEqualTo(CASES / 100);
        assertThat(lines).anyMatch(line -> line.endsWith(" within 5 % or within 3 times the deviation between forks"));
        assertThat(lines)
                .filteredOn(line -> line.matches("  (faster|SLOWER|same  ) .*"))
                .hasSize(CASES);
    }

    /** At 2 %, the deviation estimated from two times five forks passes a third of 15 % once in thousands of times. */
    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.01, 0.02})
    void aKernelSlowedBy15PercentIsAlwaysNamed(double deviation) {
        RunResults before = Samples.spread(100, 5, deviation, 1, new Random(3));
        RunResults now = Samples.spread(100, 5, deviation, 0.85, new Random(4));
        List<String> lines = Changes.lines(before, now);
        assertThat(named(lines)).isEqualTo(100);
        assertThat(lines.get(1))
                .startsWith("  SLOWER matmul NN 0, joust-simd, 1 thread: ")
                .contains(": ratio 0.8", ", limits 0.9");
    }

    @Test
    void aChangeWithinTheSpreadOfForksIsNotNamed() {
        RunResults before = one(100.0, 80.0, 120.0, 90.0, 110.0);
        assertThat(named(Changes.lines(before, one(85.0, 68.0, 102.0, 76.5, 93.5))))
                .isZero();
        assertThat(named(Changes.lines(one(100.0, 100.0, 100.0, 100.0, 100.0), one(96.0, 96.0, 96.0, 96.0, 96.0))))
                .isZero();
        assertThat(Changes.lines(one(100.0, 100.0, 100.0, 100.0, 100.0), one(94.0, 94.0, 94.0, 94.0, 94.0)))
                .contains(
                        "  SLOWER matmul NN 64, joust-simd, 1 thread: 94.00, was 100.00 GFLOP/s: ratio 0.940, limits 0.952"
                                + " and 1.050, deviation 0.0 %");
    }

    /** By hand: the logarithms' deviation on both sides is that of two values 0.2 apart and three between, 0.0707. */
    @Test
    void aFigureThatIsNotNamedIsShownWithItsLimits() {
        Double[] forks = Stream.of(-0.1, 0.0, 0.0, 0.0, 0.1)
                .map(log -> 100 * StrictMath.exp(log))
                .toArray(Double[]::new);
        assertThat(Changes.lines(one(forks), one(forks)))
                .contains(
                        "  same   matmul NN 64, joust-simd, 1 thread: 100.00, was 100.00 GFLOP/s: ratio 1.000, limits 0.809"
                                + " and 1.236, deviation 7.1 %")
                .anyMatch(line -> line.startsWith("  deviation  "));
    }

    @Test
    void ofForksThatWereDisturbedTheFastestIterationsCount() {
        List<Double> disturbed = List.of(60.0, 95.0, 70.0, 98.0, 62.0);
        RunResults before = withFastest(disturbed, List.of(100.0, 99.0, 100.0, 101.0, 98.0));
        RunResults slowed = withFastest(disturbed, List.of(85.0, 86.0, 84.0, 85.0, 86.0));
        assertThat(Changes.lines(before, slowed))
                .contains(
                        "  SLOWER matmul NN 64, joust-simd, 1 thread: 85.00, was 100.00 GFLOP/s: ratio 0.850, limits 0.952"
                                + " and 1.050, deviation 1.1 %");
        assertThat(named(Changes.lines(before, before))).isZero();
        assertThat(named(Changes.lines(one(60.0, 95.0, 70.0, 98.0, 62.0), slowed)))
                .isZero();
    }

    private static RunResults withFastest(List<Double> forks, List<Double> fastest) {
        return new RunResults(
                Samples.facts(RunFacts.FULL, "25.0.3"),
                List.of(new Figure(
                        "matmul",
                        "NN 64",
                        "joust-simd",
                        1,
                        "GFLOP/s",
                        forks,
                        fastest,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)));
    }

    @Test
    void itSaysWhyItCannotCompare() {
        assertThat(Changes.lines(one(100.0, 101.0, 99.0, 100.0), one(50.0, 51.0, 49.0, 50.0, 50.0)))
                .contains("  1 figure not compared: 4 and 5 forks, where 5 on both sides are needed");
        assertThat(Changes.lines(new RunResults(Samples.facts(RunFacts.FULL, "25.0.3"), List.of()), one(1.0)))
                .contains("  1 figure not compared: not in the earlier run");
        RunFacts other = new RunFacts("Intel", "25.0.3", "", "c", "d", RunFacts.FULL, "", Map.of());
        assertThat(Changes.lines(new RunResults(other, one(1.0).figures()), one(1.0)))
                .containsExactly(
                        "compared with commit c of d:", "  cannot compare: timed on Intel, this run on AMD EPYC");
    }

    private static RunResults one(Double... forks) {
        return new RunResults(
                Samples.facts(RunFacts.FULL, "25.0.3"),
                List.of(Samples.figure("matmul", "NN 64", "joust-simd", 1, "GFLOP/s", Double.NaN, forks)));
    }
}
