package joust.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    @TempDir
    private Path folder;

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
        String svg = new SvgChart(ChartAxis.along(x), ChartAxis.of(0, 1))
                .curve(x, y, 1)
                .svg("a < b");
        assertThat(svg)
                .contains("aria-label=\"a &lt; b\"")
                .contains("d=\"M48.0 226.0L136.0 10.0M312.0 10.0L400.0 226.0\"");
        assertThat(svg).doesNotContain("NaN");
    }

    @Test
    void aCurveIsCutWhereItLeavesTheChart() {
        double[] x = {0, 1, 2, 3};
        double[] y = {0.5, 2, 3, 0.5};
        String svg = new SvgChart(ChartAxis.along(x), ChartAxis.of(0, 1))
                .curve(x, y, 1)
                .svg("");
        assertThat(svg).contains("class=\"s1\" d=\"M48.0 118.0L87.1 10.0M376.5 10.0L400.0 118.0\"");
        assertThat(svg).doesNotContain("point");
    }

    @Test
    void aNumberAloneIsADot() {
        double[] x = {0, 1, 2};
        double[] y = {Double.NaN, 0.5, Double.NaN};
        String svg = new SvgChart(ChartAxis.along(x), ChartAxis.of(0, 1))
                .curve(x, y, 2)
                .svg("");
        assertThat(svg).contains("class=\"s2 point\" d=\"M224.0 118.0h0\"").doesNotContain("class=\"s2\"");
        y[1] = 1.5;
        assertThat(new SvgChart(ChartAxis.along(x), ChartAxis.of(0, 1))
                        .curve(x, y, 2)
                        .svg(""))
                .doesNotContain("point");
    }

    @Test
    void anAxisTellsWhatItDoesNotHold() {
        assertThat(ChartAxis.of(0, 1).beyond(new double[] {0, 1, 2, -1}, new double[] {Double.NaN, 3}))
                .isEqualTo(3);
        assertThat(new ChartAxis(1, 100, true).beyond(new double[] {0, -1, 10})).isEqualTo(2);
        assertThat(ChartAxis.of(1, 2).holding(1.5)).isEqualTo(ChartAxis.of(1, 2));
        assertThat(ChartAxis.of(1, 2).holding(Double.NaN)).isEqualTo(ChartAxis.of(1, 2));
        assertThat(ChartAxis.of(1, 2).holding(0).share(0)).isBetween(0.01, 0.1);
        assertThat(ChartAxis.of(1, 2).holding(3).share(3)).isBetween(0.9, 0.99);
    }

    @Test
    void aRowThatIsNotFiniteLeavesAGap() throws IOException {
        String html = curves(
                "0,1.3,0.7,-1.3,0.6,0.5,0.5,0.5", "50,NaN,NaN,NaN,0.0,0.0,NaN,NaN", "100,1.3,0.7,-1.3,0.6,0.5,0.5,0.5");
        assertThat(html).doesNotContain("class=\"s1\"", "class=\"s2\"");
        assertThat(figure(html, "Accuracy"))
                .containsPattern("class=\"s1 point\" d=\"M48.0 [0-9.]+h0M400.0 [0-9.]+h0\"")
                .containsPattern("class=\"s2 point\" d=\"M48.0 [0-9.]+h0M400.0 [0-9.]+h0\"");
    }

    @Test
    void whatAChartDoesNotShowIsSaidBelowThatChart() throws IOException {
        String[] rows = IntStream.range(0, 100)
                .mapToObj(i -> i + "," + (i == 0 ? 1e6 : i % 10) + ",0.7,-0.1,0.9,0.9,0.5,0.5")
                .toArray(String[]::new);
        String html = curves(rows);
        assertThat(figure(html, "Losses")).contains("<br>1 value beyond the axis is not drawn</figcaption>");
        assertThat(html).containsOnlyOnce("beyond the axis");
        assertThat(figure(html, "Value of the game"))
                .as("the dashed line that its note speaks of lies in the chart")
                .containsPattern("class=\"reference\" d=\"M48.0 2[012]\\d");
    }

    private String curves(String... rows) throws IOException {
        String columns =
                "step,discriminatorLoss,generatorLoss,value,accuracyReal,accuracyFake,meanReal,meanFake,seconds\n";
        Path file = Files.writeString(folder.resolve("log.csv"), columns + String.join(",0.1\n", rows) + ",0.1\n");
        return CurveSection.html(RunLog.read(file));
    }

    private static String figure(String html, String title) {
        int from = html.indexOf("<h3>" + title);
        return html.substring(from, html.indexOf("</figure>", from));
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
