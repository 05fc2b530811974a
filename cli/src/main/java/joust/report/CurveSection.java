package joust.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The curves of a run's log: what belongs together in one chart, every other column in one of its own. */
final class CurveSection {
    private static final double LOG_FOUR = 1.3862943611198906;

    private record Group(String title, List<String> columns, List<String> names, double reference, String note) {}

    private static final List<Group> GROUPS = List.of(
            new Group(
                    "Losses",
                    List.of("discriminatorLoss", "generatorLoss"),
                    List.of("discriminator", "generator"),
                    Double.NaN,
                    "what each network minimises, decay included"),
            new Group(
                    "Value of the game",
                    List.of("value"),
                    List.of("V"),
                    -LOG_FOUR,
                    "dashed: -log 4, where D can no longer tell"),
            new Group(
                    "Accuracy",
                    List.of("accuracyReal", "accuracyFake"),
                    List.of("of real rows", "of generated rows"),
                    0.5,
                    "the share that D judges right; dashed: guessing"),
            new Group(
                    "D(x) and D(G(z))",
                    List.of("meanReal", "meanFake"),
                    List.of("mean D(x)", "mean D(G(z))"),
                    0.5,
                    "what D says of real and of generated rows"),
            new Group(
                    "Gradient norms",
                    List.of("discriminatorGradientNorm", "generatorGradientNorm"),
                    List.of("discriminator", "generator"),
                    Double.NaN,
                    "logarithmic; a generator's that falls to nothing has stopped learning"));

    private CurveSection() {}

    static String html(RunLog log) {
        if (log.steps().length < 2) {
            return "<p>The log has fewer than two rows, which make no curve.</p>";
        }
        StringBuilder html = new StringBuilder("<div class=\"charts\">");
        Set<String> others = new LinkedHashSet<>(log.columns().keySet());
        for (Group group : GROUPS) {
            if (log.columns().keySet().containsAll(group.columns())) {
                html.append(figure(log, group));
                others.removeAll(group.columns());
            }
        }
        for (String column : others) {
            html.append(figure(
                    log, new Group(column, List.of(column), List.of(column), Double.NaN, MetricMeanings.of(column))));
        }
        return html.append("</div>")
                .append(
                        "<p class=\"soft\">Numbers far off from nine in ten of a chart's lie at its edge; log.csv has them all.</p>")
                .toString();
    }

    private static String figure(RunLog log, Group group) {
        Map<String, double[]> columns = log.columns();
        double[][] values = group.columns().stream().map(columns::get).toArray(double[][]::new);
        boolean logarithmic = group.title().startsWith("Gradient");
        List<double[]> shown = new ArrayList<>(List.of(values));
        if (Double.isFinite(group.reference())) {
            shown.add(new double[] {group.reference()});
        }
        double[][] inRange = shown.toArray(double[][]::new);
        SvgChart chart = new SvgChart(
                ChartAxis.along(log.steps()),
                logarithmic ? ChartAxis.logarithmicAround(inRange) : ChartAxis.aroundMost(inRange));
        for (int i = 0; i < values.length; i++) {
            chart.curve(known(log.steps(), values[i]), known(values[i], values[i]), i + 1);
        }
        if (Double.isFinite(group.reference())) {
            chart.reference(group.reference());
        }
        return String.format(
                Locale.ROOT,
                "<figure><h3>%s</h3>%s<figcaption>%s<br>%s</figcaption></figure>",
                Html.text(group.title()),
                chart.svg(group.title()),
                key(group.names().toArray(String[]::new)),
                Html.text(group.note()));
    }

    /** Numbers where others are known: metrics are measured at some rows alone, and their curve has no gaps between these. */
    private static double[] known(double[] numbers, double[] others) {
        return IntStream.range(0, numbers.length)
                .filter(i -> !Double.isNaN(others[i]))
                .mapToDouble(i -> numbers[i])
                .toArray();
    }

    /** A legend: names in the colours of the styles 1, 2, …. */
    static String key(String... names) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < names.length; i++) {
            key.append(String.format(
                    Locale.ROOT,
                    "<span class=\"key\"><b class=\"k%d\">&#9644;</b> %s</span>",
                    i + 1,
                    Html.text(names[i])));
        }
        return key.toString();
    }
}
