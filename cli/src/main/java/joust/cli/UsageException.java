package joust.cli;

/** Something the user gave that cannot be used, found before anything was started: exit code 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what was given, where, and what was expected. */
    public UsageException(String message) {
        super(message);
    }

    /** With what was given, where, what was expected, and what was thrown. */
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
