package joust.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import joust.metrics.BootstrapInterval;
import org.jspecify.annotations.Nullable;

/**
 * Means with their intervals as SVG, one row under the other, each with a mark where others have published a value. Colours are the
 * page's, as those of {@link SvgChart} are.
 */
final class IntervalChart {
    private static final int WIDTH = 420;
    private static final int LEFT = 168;
    private static final int RIGHT = 16;
    private static final int TOP = 8;
    private static final int ROW = 20;
    private static final int BOTTOM = 24;
    private static final int TICKS = 4;

    /**
     * A row.
     *
     * @param style 1 to 4
     * @param interval null where there is none
     * @param published NaN where nothing is
     */
    record Row(String label, int style, @Nullable BootstrapInterval interval, double published) {
        Stream<Double> shown() {
            return interval == null
                    ? Stream.of(published)
                    : Stream.of(interval.mean(), interval.low(), interval.high(), published);
        }
    }

    private final List<Row> rows = new ArrayList<>();

    void row(String label, int style, @Nullable BootstrapInterval interval, double published) {
        rows.add(new Row(label, style, interval, published));
    }

    /** The SVG element. */
    String svg(String description) {
        double[] shown = rows.stream()
                .flatMap(Row::shown)
                .mapToDouble(Double::doubleValue)
                .toArray();
        ChartAxis axis = ChartAxis.around(shown);
        int height = TOP + ROW * rows.size() + BOTTOM;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                height,
                Html.text(description)));
        axis.ticks(TICKS).forEach(tick -> svg.append(line(axis, tick, height)));
        for (int i = 0; i < rows.size(); i++) {
            svg.append(draw(rows.get(i), axis, TOP + ROW * i + ROW / 2));
        }
        return svg.append("</svg>").toString();
    }

    private static String line(ChartAxis axis, double tick, int height) {
        return String.format(
                Locale.ROOT,
                "<path class=\"line\" d=\"M%.1f %dV%d\"/><text class=\"below\" x=\"%.1f\" y=\"%d\">%s</text>",
                place(axis, tick),
                TOP,
                height - BOTTOM,
                place(axis, tick),
                height - 7,
                SvgChart.label(tick));
    }

    private static String draw(Row row, ChartAxis axis, int y) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<text class=\"left\" x=\"%d\" y=\"%d\" dy=\".35em\">%s</text>",
                LEFT - 8,
                y,
                Html.text(row.label())));
        BootstrapInterval interval = row.interval();
        if (interval != null) {
            svg.append(draw(interval, row.style(), axis, y));
        }
        if (Double.isFinite(row.published())) {
            int half = ROW / 2 - 2;
            double x = place(axis, row.published());
            svg.append(String.format(Locale.ROOT, "<path class=\"mark\" d=\"M%.1f %dV%d\"/>", x, y - half, y + half));
        }
        return svg.toString();
    }

    private static String draw(BootstrapInterval interval, int style, ChartAxis axis, int y) {
        return String.format(
                Locale.ROOT,
                "<path class=\"s%d\" d=\"M%.1f %dH%.1f\"/>"
                        + "<g class=\"k%d\"><circle class=\"dot\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/></g>",
                style,
                place(axis, interval.low()),
                y,
                place(axis, interval.high()),
                style,
                place(axis, interval.mean()),
                y);
    }

    private static double place(ChartAxis axis, double value) {
        return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT);
    }
}
