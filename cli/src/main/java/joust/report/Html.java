package joust.report;

import java.util.Base64;
import java.util.Locale;

/** Pieces of HTML. */
final class Html {
    private static final double SMALL = 1e-3;
    private static final double LARGE = 1e5;

    private Html() {}

    /** Text as text, whatever is in it. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A PNG file in the page itself. */
    static String dataUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** A number for people: four digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "not a number";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < LARGE) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size < SMALL || size >= LARGE ? "%.3e" : "%.4g", value);
    }
}
