package joust.backend;

/** A backend that is known but cannot be used here; the message gives the reason and the remedy. */
public final class BackendUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason and the remedy. */
    public BackendUnavailableException(String message) {
        super(message);
    }

    /** With the reason, the remedy and what was thrown. */
    public BackendUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
