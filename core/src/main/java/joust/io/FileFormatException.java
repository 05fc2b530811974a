package joust.io;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file that is there and can be read, but does not hold what it should. The message is one line, {@code file: place: expected …, found …}. */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 80;
    private static final int MOST_FAULTS = 100;

    /**
     * @param file the file, as the user named it
     * @param place where in it, such as {@code byte 8} or {@code tensor "generator.0.weight"}
     * @param expected what should stand there
     * @param found what stands there
     */
    public FileFormatException(String file, String place, String expected, String found) {
        this(file, place, expected, found, null);
    }

    /** As {@link #FileFormatException(String, String, String, String)}, keeping the failure that led to it; null if there is none. */
    public FileFormatException(String file, String place, String expected, String found, @Nullable Throwable cause) {
        super(file + ": " + fault(place, expected, found), cause);
    }

    private FileFormatException(String message) {
        super(message);
    }

    /** One exception for several faults, as {@link #fault} words them; beyond the first 100 they are only counted. */
    static FileFormatException ofAll(String file, List<String> faults) {
        String named = String.join("; ", faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        String more = faults.size() <= MOST_FAULTS ? "" : "; and " + (faults.size() - MOST_FAULTS) + " more";
        return new FileFormatException(file + ": " + named + more);
    }

    /** What is wrong at a place of a file. */
    static String fault(String place, String expected, String found) {
        return place + ": expected " + expected + ", found " + found;
    }

    /** A text from a file, fit for one line of a message: in quotes, cut short, control characters as {@code \}{@code uXXXX}. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), LONGEST_QUOTE); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append(text.length() > LONGEST_QUOTE ? "…\"" : "\"").toString();
    }
}
