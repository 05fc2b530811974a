package joust.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import joust.gan.LogRow;

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
        Map<String, double[]> columns = LogColumns.of(log);
        Set<String> others = new LinkedHashSet<>(columns.keySet());
        for (Group group : GROUPS) {
            if (columns.keySet().containsAll(group.columns())) {
                html.append(figure(log.steps(), columns, group));
                others.removeAll(group.columns());
            }
        }
        for (String column : others) {
            Group own = new Group(column, List.of(column), List.of(column), Double.NaN, MetricMeanings.of(column));
            html.append(figure(log.steps(), columns, own));
        }
        return html.append("</div>").toString();
    }

    private static String figure(double[] steps, Map<String, double[]> columns, Group group) {
        double[][] values = group.columns().stream().map(columns::get).toArray(double[][]::new);
        ChartAxis axis = group.title().startsWith("Gradient")
                ? ChartAxis.logarithmicAround(values)
                : ChartAxis.aroundMost(values).holding(group.reference());
        SvgChart chart = new SvgChart(ChartAxis.along(steps), axis);
        for (int i = 0; i < values.length; i++) {
            boolean ofEachRow = LogRow.columns(true).contains(group.columns().get(i));
            double[] x = ofEachRow ? steps : known(steps, values[i]);
            chart.curve(x, ofEachRow ? values[i] : known(values[i], values[i]), i + 1);
        }
        if (Double.isFinite(group.reference())) {
            chart.reference(group.reference());
        }
        return String.format(
                Locale.ROOT,
                "<figure><h3>%s</h3>%s<figcaption>%s<br>%s%s</figcaption></figure>",
                Html.text(group.title()),
                chart.svg(group.title()),
                key(group.names().toArray(String[]::new)),
                Html.text(group.note()),
                beyond(axis.beyond(values)));
    }

    private static String beyond(long values) {
        if (values == 0) {
            return "";
        }
        return "<br>" + values + (values == 1 ? " value beyond the axis is" : " values beyond the axis are")
                + " not drawn";
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
