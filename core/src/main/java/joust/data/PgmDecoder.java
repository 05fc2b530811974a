package joust.data;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads portable graymaps, plain ({@code P2}) and raw ({@code P5}), of 8 or 16 bits (Netpbm, "pgm" and "Plain PGM" of
 * its manual), plain files or gzip. Only the first picture of a file is read. A sample s of a file with greatest value
 * m becomes s / m.
 */
final class PgmDecoder implements ImageDecoder {
    private static final int END = -1;
    private static final int GREATEST_VALUE = 65535;
    private static final int MOST_DIGITS = 10;

    @Override
    public void decode(Path file, Consumer<ImageShape> check, FloatList pixels) {
        try (ByteSource source = ByteSource.open(file)) {
            boolean raw = readMagic(source);
            int width = readNumber(source, "a width", 1, Integer.MAX_VALUE);
            int height = readNumber(source, "a height", 1, Integer.MAX_VALUE / width);
            int greatest = readNumber(source, "a greatest value", 1, GREATEST_VALUE);
            ImageShape shape = new ImageShape(height, width);
            check.accept(shape);
            for (int i = 0; i < shape.pixels(); i++) {
                int sample = raw ? readRaw(source, greatest) : readNumber(source, "a sample", 0, greatest);
                pixels.add((float) sample / greatest);
            }
        }
    }

    private static boolean readMagic(ByteSource source) {
        int first = source.read();
        int second = source.read();
        if (first != 'P' || (second != '2' && second != '5')) {
            throw new DataException(
                    source.name(), "byte 0", "a PGM file that begins with P2 or P5", "another beginning");
        }
        return second == '5';
    }

    private static int readRaw(ByteSource source, int greatest) {
        int sample = source.read();
        if (greatest > 0xff && sample != END) {
            int low = source.read();
            sample = low == END ? END : sample << 8 | low;
        }
        if (sample == END || sample > greatest) {
            throw unexpected(
                    source, "a sample", 0, greatest, sample == END ? "the end of the file" : Integer.toString(sample));
        }
        return sample;
    }

    /** A decimal number after blanks and comments, and the one blank after it. */
    private static int readNumber(ByteSource source, String what, int least, int greatest) {
        int next = source.read();
        while (isBlank(next) || next == '#') {
            next = next == '#' ? skipComment(source) : source.read();
        }
        long number = 0;
        StringBuilder text = new StringBuilder();
        for (; next != END && !isBlank(next) && text.length() <= MOST_DIGITS; next = source.read()) {
            text.append((char) next);
            number = next >= '0' && next <= '9' && number >= 0 ? number * 10 + (next - '0') : -1;
        }
        if (text.isEmpty() || text.length() > MOST_DIGITS || number < least || number > greatest) {
            String found = text.isEmpty() ? "the end of the file" : Excerpt.of(text.toString());
            throw unexpected(source, what, least, greatest, found);
        }
        return (int) number;
    }

    private static int skipComment(ByteSource source) {
        int next = source.read();
        while (next != END && next != '\n' && next != '\r') {
            next = source.read();
        }
        return next;
    }

    private static boolean isBlank(int next) {
        return next == ' ' || (next >= '\t' && next <= '\r');
    }

    private static DataException unexpected(ByteSource source, String what, int least, int greatest, String found) {
        return new DataException(
                source.name(), "byte " + source.position(), what + " from " + least + " to " + greatest, found);
    }
}
