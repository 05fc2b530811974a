package joust.report;

import java.util.Locale;

/**
 * A curve of a chart as SVG, from shares of the axes: cut where it leaves the chart, broken where a number has no place, and a dot where
 * one has no neighbour to be joined to.
 */
final class CurvePath {
    private CurvePath() {}

    static String svg(double[] x, double[] y, int style) {
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < y.length; i++) {
            if (isPlaced(x, y, i) && isPlaced(x, y, i + 1)) {
                pen = segment(x, y, i, pen, line);
                continue;
            }
            if (isPlaced(x, y, i) && !isPlaced(x, y, i - 1) && isWithin(y[i])) {
                dots.append('M').append(SvgChart.place(x[i], y[i])).append("h0");
            }
            pen = false;
        }
        return path("s" + style, line) + path("s" + style + " point", dots);
    }

    private static String path(String style, StringBuilder path) {
        return path.isEmpty() ? "" : String.format(Locale.ROOT, "<path class=\"%s\" d=\"%s\"/>", style, path);
    }

    private static boolean isPlaced(double[] x, double[] y, int i) {
        return i >= 0 && i < y.length && Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }

    private static boolean isWithin(double share) {
        return share >= 0 && share <= 1;
    }

    /** Draws what the chart holds of the line from a point to the next, and says whether that is where it ends. */
    private static boolean segment(double[] x, double[] y, int i, boolean pen, StringBuilder line) {
        double rise = y[i + 1] - y[i];
        double low = -y[i] / rise;
        double high = (1 - y[i]) / rise;
        double from = rise == 0 ? 0 : Math.max(0, Math.min(low, high));
        double to = rise == 0 ? 1 : Math.min(1, Math.max(low, high));
        if (from >= to || (rise == 0 && !isWithin(y[i]))) {
            return false;
        }
        if (!pen) {
            line.append('M').append(between(x, y, i, from));
        }
        line.append('L').append(between(x, y, i, to));
        return to == 1;
    }

    private static String between(double[] x, double[] y, int i, double share) {
        return SvgChart.place(x[i] + share * (x[i + 1] - x[i]), y[i] + share * (y[i + 1] - y[i]));
    }
}
