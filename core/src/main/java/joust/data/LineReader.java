package joust.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 text, ended by LF, CR LF or the end of the file, without a byte order mark; what is not UTF-8
 * becomes U+FFFD. A line is bounded, so that a file without line ends does not fill the memory.
 */
final class LineReader {
    /** Bytes in one line at most: room for a million columns of 16 characters. */
    static final int LONGEST_LINE = 1 << 24;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ByteSource source;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private int number;

    LineReader(ByteSource source) {
        this.source = source;
    }

    /** The number of the line read last, counted from 1. */
    int number() {
        return number;
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String read() {
        if (!fill()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int start = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            append(line, start);
            if (next < end) {
                next++;
                break;
            }
        }
        return text(line);
    }

    private void append(ByteArrayOutputStream line, int start) {
        if (line.size() + (next - start) > LONGEST_LINE) {
            throw new DataException(
                    source.name(), "line " + number, "at most " + LONGEST_LINE + " bytes in a line", "more");
        }
        line.write(buffer, start, next - start);
    }

    private String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        if (number == 1 && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private boolean fill() {
        if (next == end) {
            next = 0;
            end = source.read(buffer, 0, buffer.length);
        }
        return next < end;
    }
}
