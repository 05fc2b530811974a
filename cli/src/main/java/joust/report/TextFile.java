package joust.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import joust.io.FileFormatException;

/** Reads a run's text files. */
final class TextFile {
    private TextFile() {}

    /**
     * The whole text.
     *
     * @throws FileFormatException if it is not in UTF-8
     * @throws IOException if it cannot be read
     */
    static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new FileFormatException(file.toString(), "text", "UTF-8", "bytes that are none", e);
        }
    }
}
