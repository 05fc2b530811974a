package joust.bench;

/** A contender that could not be timed; the message says why. */
final class ContenderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ContenderException(String message, Throwable cause) {
        super(message, cause);
    }
}
