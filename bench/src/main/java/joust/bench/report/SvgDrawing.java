package joust.bench.report;

import java.util.Locale;

/** Builds a picture as SVG: text stays text, and neither a display nor a font of this machine is needed. */
final class SvgDrawing {
    private static final double CHARACTER = 0.58;

    private final StringBuilder content = new StringBuilder();

    /** Where a text's position is. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    SvgDrawing rectangle(double x, double y, double width, double height, String fill, String tooltip) {
        add(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s</title></rect>",
                x,
                y,
                Math.max(0, width),
                height,
                fill,
                escape(tooltip)));
        return this;
    }

    SvgDrawing line(double x1, double y1, double x2, double y2, String stroke, double width) {
        add(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1,
                y1,
                x2,
                y2,
                stroke,
                width));
        return this;
    }

    SvgDrawing dot(double x, double y, double radius, String fill, String tooltip) {
        add(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"><title>%s</title></circle>",
                x,
                y,
                radius,
                fill,
                escape(tooltip)));
        return this;
    }

    SvgDrawing text(double x, double y, Anchor anchor, int size, String text) {
        add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                size,
                anchor.name().toLowerCase(Locale.ROOT),
                escape(text)));
        return this;
    }

    SvgDrawing boldText(double x, double y, int size, String text) {
        add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" font-weight=\"bold\">%s</text>",
                x,
                y,
                size,
                escape(text)));
        return this;
    }

    /** The whole picture on white. */
    String svg(double width, double height) {
        return String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\""
                                + " font-family=\"sans-serif\" fill=\"#222\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                        width,
                        height,
                        width,
                        height)
                + content
                + "</svg>\n";
    }

    /** About how wide a text is. */
    static double width(String text, int size) {
        return text.length() * size * CHARACTER;
    }

    /** A text between tags or quotes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void add(String element) {
        content.append(element).append('\n');
    }
}
