package joust.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTest {
    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        assertThat(ChartAxis.of(0, 10).ticks(5)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(ChartAxis.of(-1.3, 1.2).ticks(5)).containsExactly(-1.0, -0.5, 0.0, 0.5, 1.0);
        assertThat(new ChartAxis(0.002, 30, true).ticks(5)).containsExactly(0.01, 0.1, 1.0, 10.0);
    }

    @Test
    void sharesGoFromOneEndToTheOther() {
        assertThat(ChartAxis.of(2, 6).share(3)).isEqualTo(0.25);
        assertThat(new ChartAxis(1, 100, true).share(10)).isEqualTo(0.5);
        assertThat(new ChartAxis(1, 100, true).share(-1)).isNaN();
        assertThat(new ChartAxis(1, 100, true).share(0)).isInfinite();
    }

    @Test
    void whatIsFarOffDoesNotSetTheAxis() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> i % 10).toArray();
        values[0] = 1e6;
        assertThat(ChartAxis.around(values).high()).isGreaterThan(1e6);
        assertThat(ChartAxis.aroundMost(values).high()).isBetween(9.0, 20.0);
        assertThat(ChartAxis.aroundMost(new double[] {Double.NaN}).share(1)).isFinite();
    }

    @Test
    void aCurveIsBrokenWhereANumberIsNotFinite() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {0, 1, Double.NaN, 1, 0};
        String svg =
                new SvgChart(ChartAxis.along(x), ChartAxis.of(0, 1)).curve(x, y).svg("a < b");
        assertThat(svg)
                .contains("aria-label=\"a &lt; b\"")
                .contains("d=\"M48.0 226.0L136.0 10.0M312.0 10.0L400.0 226.0\"");
        assertThat(svg).doesNotContain("NaN");
    }

    @Test
    void thinningKeepsPeaks() {
        double[] values = new double[100_000];
        values[777] = 5;
        values[55_555] = -5;
        values[3] = Double.NaN;
        int[] kept = Thinning.indices(values);
        assertThat(kept).hasSizeLessThanOrEqualTo(600).contains(777, 55_555).isSorted();
        assertThat(Thinning.indices(Arrays.copyOf(values, 600))).hasSize(600);
    }
}
