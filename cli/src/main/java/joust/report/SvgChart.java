package joust.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Curves as SVG that stands in a page, in the page's colours and at any width. Nothing of java.desktop is needed. Colours are the
 * page's style classes {@code s1} to {@code s4}.
 */
final class SvgChart {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 250;
    private static final int LEFT = 48;
    private static final int RIGHT = 20;
    private static final int TOP = 10;
    private static final int BOTTOM = 24;
    private static final int STYLES = 4;
    private static final int TICKS = 5;

    private final List<String> paths = new ArrayList<>();
    private final ChartAxis horizontal;
    private final ChartAxis vertical;

    /** An empty chart. */
    SvgChart(ChartAxis horizontal, ChartAxis vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** Draws a curve; it is broken where a number is not finite. */
    SvgChart curve(double[] x, double[] y) {
        return curve(x, y, 1 + paths.size() % STYLES);
    }

    /** Draws a curve in one of the page's styles. */
    SvgChart curve(double[] x, double[] y, int style) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i : Thinning.indices(y)) {
            double atX = horizontal.share(x[i]);
            double atY = vertical.share(y[i]);
            boolean finite = Double.isFinite(atX) && Double.isFinite(atY);
            if (finite) {
                path.append(pen ? 'L' : 'M').append(place(atX, atY));
            }
            pen = finite;
        }
        paths.add("<path class=\"s" + style + "\" d=\"" + path + "\"/>");
        return this;
    }

    /** Draws a dashed line across at a value that has a meaning. */
    SvgChart reference(double y) {
        paths.add(String.format(
                Locale.ROOT,
                "<path class=\"reference\" d=\"M%sL%s\"/>",
                place(0, vertical.share(y)),
                place(1, vertical.share(y))));
        return this;
    }

    private static String place(double x, double y) {
        double right = LEFT + Math.clamp(x, -0.01, 1.01) * (WIDTH - LEFT - RIGHT);
        double down = TOP + (1 - Math.clamp(y, -0.01, 1.01)) * (HEIGHT - TOP - BOTTOM);
        return String.format(Locale.ROOT, "%.1f %.1f", right, down);
    }

    /** The SVG element. */
    String svg(String description) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                HEIGHT,
                Html.text(description)));
        for (double tick : vertical.ticks(TICKS)) {
            String[] at = place(0, vertical.share(tick)).split(" ", 2);
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"line\" d=\"M%d %sH%d\"/><text class=\"left\" x=\"%d\" y=\"%s\" dy=\".35em\">%s</text>",
                    LEFT,
                    at[1],
                    WIDTH - RIGHT,
                    LEFT - 5,
                    at[1],
                    label(tick)));
        }
        for (double tick : horizontal.ticks(TICKS)) {
            String[] at = place(horizontal.share(tick), 0).split(" ", 2);
            svg.append(String.format(
                    Locale.ROOT, "<text class=\"below\" x=\"%s\" y=\"%d\">%s</text>", at[0], HEIGHT - 7, label(tick)));
        }
        paths.forEach(svg::append);
        return svg.append("</svg>").toString();
    }

    /** A number at an axis. */
    static String label(double tick) {
        double size = Math.abs(tick);
        if (size >= 1e5 || (size > 0 && size < 1e-3)) {
            return String.format(Locale.ROOT, "%.0e", tick)
                    .replace("e+0", "e")
                    .replace("e-0", "e-")
                    .replace("e+", "e");
        }
        String text = String.format(Locale.ROOT, "%.3f", tick);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0?$", "0");
    }
}
