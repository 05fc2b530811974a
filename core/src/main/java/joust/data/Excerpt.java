package joust.data;

import java.util.Locale;

/** A piece of a file's text for a message: quoted, cut to a length one can read, control characters made visible. */
final class Excerpt {
    private static final int LONGEST = 40;

    private Excerpt() {}

    static String of(String text) {
        if (text.isEmpty()) {
            return "an empty field";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().limit(LONGEST).forEach(character -> append(quoted, (char) character));
        return quoted.append(text.length() > LONGEST ? "…\"" : "\"").toString();
    }

    private static void append(StringBuilder quoted, char character) {
        if (Character.isISOControl(character)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
        } else {
            quoted.append(character);
        }
    }
}
