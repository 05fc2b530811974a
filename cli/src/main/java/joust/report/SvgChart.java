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
    private static final int TICKS = 5;

    /** What titles of the axes add to the width and the height. */
    private static final int TITLE = 18;

    private final List<String> paths = new ArrayList<>();
    private final ChartAxis horizontal;
    private final ChartAxis vertical;
    private String below = "";
    private String beside = "";

    /** An empty chart. */
    SvgChart(ChartAxis horizontal, ChartAxis vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** Says what the axes hold. */
    SvgChart titles(String ofHorizontal, String ofVertical) {
        below = ofHorizontal;
        beside = ofVertical;
        return this;
    }

    /** Draws a curve in one of the page's styles: broken where a number is not finite, and cut where it leaves the vertical axis. */
    SvgChart curve(double[] x, double[] y, int style) {
        int[] shown = Thinning.indices(y);
        double[] atX = new double[shown.length];
        double[] atY = new double[shown.length];
        for (int i = 0; i < shown.length; i++) {
            atX[i] = horizontal.share(x[shown[i]]);
            atY[i] = vertical.share(y[shown[i]]);
        }
        paths.add(CurvePath.svg(atX, atY, style));
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

    /** Where shares of the axes lie in the picture. */
    static String place(double x, double y) {
        double right = LEFT + x * (WIDTH - LEFT - RIGHT);
        double down = TOP + (1 - y) * (HEIGHT - TOP - BOTTOM);
        return String.format(Locale.ROOT, "%.1f %.1f", right, down);
    }

    /** The SVG element. */
    String svg(String description) {
        int more = below.isEmpty() && beside.isEmpty() ? 0 : TITLE;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"%d 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                -more,
                WIDTH + more,
                HEIGHT + more,
                Html.text(description)));
        vertical.ticks(TICKS).forEach(tick -> svg.append(line(tick)));
        for (double tick : horizontal.ticks(TICKS)) {
            String[] at = place(horizontal.share(tick), 0).split(" ", 2);
            svg.append(String.format(
                    Locale.ROOT, "<text class=\"below\" x=\"%s\" y=\"%d\">%s</text>", at[0], HEIGHT - 7, label(tick)));
        }
        paths.forEach(svg::append);
        return svg.append(more == 0 ? "" : titles()).append("</svg>").toString();
    }

    private String line(double tick) {
        String[] at = place(0, vertical.share(tick)).split(" ", 2);
        return String.format(
                Locale.ROOT,
                "<path class=\"line\" d=\"M%d %sH%d\"/><text class=\"left\" x=\"%d\" y=\"%s\" dy=\".35em\">%s</text>",
                LEFT,
                at[1],
                WIDTH - RIGHT,
                LEFT - 5,
                at[1],
                label(tick));
    }

    private String titles() {
        return String.format(
                Locale.ROOT,
                "<text class=\"below\" x=\"%d\" y=\"%d\">%s</text>"
                        + "<text class=\"below\" transform=\"translate(-4 %d) rotate(-90)\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2,
                HEIGHT + TITLE - 6,
                Html.text(below),
                (TOP + HEIGHT - BOTTOM) / 2,
                Html.text(beside));
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
