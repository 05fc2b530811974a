package joust.data;

import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be used as they are: a file that is missing, cut short or of another format, a table with a word in
 * it, a value that is not finite. The message is one line, {@code file: place: expected …, found …}.
 */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String expected;
    private final String found;

    /**
     * @param file the file, folder or set of samples, as the user named it
     * @param place where in it, such as {@code byte 4} or {@code line 3, column 2}; empty if the whole of it is meant
     * @param expected what should stand there
     * @param found what stands there
     */
    public DataException(String file, String place, String expected, String found) {
        this(file, place, expected, found, null);
    }

    /**
     * As {@link #DataException(String, String, String, String)}, keeping the failure that led to it; null if there is
     * none.
     */
    public DataException(String file, String place, String expected, String found, @Nullable Throwable cause) {
        super(message(file, place, expected, found), cause);
        this.file = file;
        this.place = place;
        this.expected = expected;
        this.found = found;
    }

    private static String message(String file, String place, String expected, String found) {
        String where = place.isEmpty() ? file : file + ": " + place;
        return where + ": expected " + expected + ", found " + found;
    }

    /** The file, folder or set of samples, as the user named it. */
    public String file() {
        return file;
    }

    /** Where in the file; empty if the whole of it is meant. */
    public String place() {
        return place;
    }

    /** What should stand there. */
    public String expected() {
        return expected;
    }

    /** What stands there. */
    public String found() {
        return found;
    }
}
