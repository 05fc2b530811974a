package joust.backend;

/** A device that failed while it was in use. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what failed. */
    public BackendException(String message) {
        super(message);
    }

    /** With what failed and why. */
    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
