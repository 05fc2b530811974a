package joust.report;

import java.util.Locale;

/** A moment in the plane as SVG: D as colours, the line where D is ½, real and generated points. */
final class PlaneFrame {
    /** Width and height. */
    static final int SIZE = 400;

    private static final int BLUE = 0x3182bd;
    private static final int ORANGE = 0xe6550d;
    private static final double STRONGEST = 0.4;

    private PlaneFrame() {}

    static String svg(Moment moment) {
        int side = Moment.SIDE;
        return String.format(
                Locale.ROOT,
                "<svg class=\"plane\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"step %d\">"
                        + "<image width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" href=\"%s\"/>"
                        + "<path class=\"boundary\" d=\"%s\"/>"
                        + "<path class=\"real\" d=\"%s\"/><path class=\"generated\" d=\"%s\"/></svg>",
                SIZE,
                SIZE,
                moment.step(),
                SIZE,
                SIZE,
                Html.dataUri(Png.encode(side, side, colours(moment.judgement()))),
                boundary(moment.judgement()),
                points(moment.axes(), moment.real()),
                points(moment.axes(), moment.generated()));
    }

    /** Blue where D takes a point for real, orange where for generated, the more the surer; nothing in between and where D is NaN. */
    private static int[] colours(float[] judgement) {
        int side = Moment.SIDE;
        int[] colours = new int[side * side];
        for (int i = 0; i < colours.length; i++) {
            float p = judgement[(side - 1 - i / side) * side + i % side];
            double strength = Float.isNaN(p) ? 0 : STRONGEST * Math.min(1, Math.abs(p - 0.5) * 2);
            colours[i] = (int) Math.round(strength * 255) << 24 | (p >= 0.5 ? BLUE : ORANGE);
        }
        return colours;
    }

    /** A dot for each row within the axes. */
    static String points(float[] axes, float[] rows) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i + 1 < rows.length; i += 2) {
            double x = (rows[i] - axes[0]) / (axes[1] - axes[0]);
            double y = (rows[i + 1] - axes[2]) / (axes[3] - axes[2]);
            if (x >= 0 && x <= 1 && y >= 0 && y <= 1) {
                path.append(String.format(Locale.ROOT, "M%.1f %.1fh0", x * SIZE, (1 - y) * SIZE));
            }
        }
        return path.toString();
    }

    /** Marching squares: in each cell, a line between the places on its sides where D passes ½. */
    private static String boundary(float[] judgement) {
        int side = Moment.SIDE;
        StringBuilder path = new StringBuilder();
        for (int row = 0; row + 1 < side; row++) {
            for (int column = 0; column + 1 < side; column++) {
                cell(judgement, row, column, path);
            }
        }
        return path.toString();
    }

    private static void cell(float[] judgement, int row, int column, StringBuilder path) {
        int[][] corners = {{row, column}, {row, column + 1}, {row + 1, column + 1}, {row + 1, column}};
        boolean pen = false;
        for (int i = 0; i < corners.length; i++) {
            int[] from = corners[i];
            int[] to = corners[(i + 1) % corners.length];
            double low = judgement[from[0] * Moment.SIDE + from[1]] - 0.5;
            double high = judgement[to[0] * Moment.SIDE + to[1]] - 0.5;
            if (low < 0 != high < 0) {
                double share = low / (low - high);
                double x = from[1] + share * (to[1] - from[1]);
                double y = from[0] + share * (to[0] - from[0]);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", pen ? "L" : "M", place(x), SIZE - place(y)));
                pen = !pen;
            }
        }
    }

    private static double place(double index) {
        return index / (Moment.SIDE - 1) * SIZE;
    }
}
