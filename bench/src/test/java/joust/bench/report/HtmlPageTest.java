package joust.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlPageTest {
    private static Document parse(String svg) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void thePageHoldsAChartForEachSuiteARooflineTheTableAndTheFacts() {
        String html = HtmlPage.html(Samples.run());
        assertThat(Pattern.compile("<svg ").matcher(html).results()).hasSize(4);
        assertThat(html)
                .contains("<h2>matmul</h2>", "<h2>activation</h2>", "<h2>gan-step</h2>", "<h2>Roofline</h2>")
                .contains("x scalar", "<dd>AMD EPYC</dd>", "8 floats &lt;wide&gt;", "abc1234")
                .doesNotContain("not for publishing")
                .doesNotContain("<wide>");
        // Nothing outside the page is asked for.
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("<script");
    }

    @Test
    void aPageOfAQuickRunSaysSo() {
        RunResults run = Samples.run();
        RunResults quick = new RunResults(Samples.facts(RunFacts.QUICK, "25"), run.figures());
        assertThat(HtmlPage.html(quick)).contains("quick: 1 fork, not for publishing");
    }

    @Test
    void barsAreAsLongAsSpeedsAndThePeakLineLiesWhereThePeakIs() throws Exception {
        RunResults run = Samples.run();
        Document svg = parse(BarChart.svg("matmul", BarChart.cases(run, "matmul")));
        List<Double> widths = IntStream.range(1, 5)
                .mapToObj(i -> (Element) svg.getElementsByTagName("rect").item(i))
                .map(bar -> Double.valueOf(bar.getAttribute("width")))
                .toList();
        double perUnit = widths.get(0) / 111;
        // Coordinates are written with one decimal.
        assertThat(widths.get(1)).isCloseTo(75 * perUnit, within(0.1));
        assertThat(widths.get(3)).isCloseTo(30 * perUnit, within(0.1));
        Element peak = (Element) svg.getElementsByTagName("line").item(2);
        Element bar = (Element) svg.getElementsByTagName("rect").item(2);
        double start = Double.parseDouble(bar.getAttribute("x"));
        assertThat(Double.parseDouble(peak.getAttribute("x1")) - start).isCloseTo(90 * perUnit, within(0.2));
    }

    @Test
    void theRooflineHasAPointForEachProductAndNeedsBothRoofs() throws Exception {
        RunResults run = Samples.run();
        Document svg = parse(Roofline.svg(run).orElseThrow());
        // Four points and three entries of the legend.
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(7);
        assertThat(svg.getDocumentElement().getTextContent()).contains("1 thread: 90 GFLOP/s, 20 GB/s");
        List<Figure> noTriad = run.figures().stream()
                .filter(figure -> !figure.what().startsWith("triad"))
                .toList();
        assertThat(Roofline.svg(new RunResults(run.facts(), noTriad))).isEmpty();
    }
}
