package joust.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import joust.io.FileFault;

/** What a person is told of a failure: a line for it, and one for each cause that says something more. */
final class FailureText {
    private FailureText() {}

    /** The lines, the failure's own first. */
    static List<String> lines(Throwable failure) {
        List<String> lines = new ArrayList<>(List.of(message(failure)));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            String text = reason(cause);
            // What overflowed the stack is in the message; the cause has nothing to add.
            if (!(cause instanceof StackOverflowError) && lines.stream().noneMatch(line -> line.contains(text))) {
                lines.add("  because: " + text);
            }
        }
        return lines;
    }

    /** What failed and why, where the exception's own message is less than that. */
    private static String message(Throwable failure) {
        return switch (failure) {
            case FileSystemException file when file.getFile() != null -> file.getFile() + ": " + FileFault.reason(file);
            case InvalidPathException path ->
                path.getInput() + ": no name of a file where text is encoded as "
                        + System.getProperty("sun.jnu.encoding") + ", expected one that is; LC_ALL=C.UTF-8 allows all";
            case OutOfMemoryError _ ->
                "out of memory: Java's heap holds at most "
                        + (Runtime.getRuntime().maxMemory() >> 20)
                        + " MiB; expected a smaller network, batch or count, or a larger heap, such as by"
                        + " JDK_JAVA_OPTIONS=-Xmx16g";
            default -> text(failure);
        };
    }

    private static String reason(Throwable cause) {
        return cause instanceof IOException file ? FileFault.reason(file) : text(cause);
    }

    /** The first line: parsers draw pictures below it. */
    private static String text(Throwable failure) {
        String text = failure.getMessage();
        return text == null || text.isBlank()
                ? failure.getClass().getSimpleName()
                : text.strip().lines().findFirst().orElseThrow();
    }
}
