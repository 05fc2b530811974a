package joust.cli;

import java.util.Locale;

/**
 * Something the user gave that cannot be used, found before anything was started: exit code 2. The message is one line: control
 * characters, which a file may have brought into it, are written as {@code \}{@code uXXXX}.
 */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was given, where, and what was expected. */
    public UsageException(String message) {
        super(printable(message));
    }

    /** With what was given, where, what was expected, and what was thrown. */
    public UsageException(String message, Throwable cause) {
        super(printable(message), cause);
    }

    private static String printable(String message) {
        StringBuilder text = new StringBuilder(message.length());
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            // U+2028 and U+2029 end a line too.
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
