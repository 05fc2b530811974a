package joust.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of numbers from text, plain or gzip: one row per line, every row with the fields of the first, comma,
 * semicolon, tab or spaces between them (found in the first line). A first line without any number, or with the label
 * column's name, holds the names of the columns. Blank lines and lines that begin with {@code #} are skipped. Numbers
 * are decimal with a point, rounded once to float32.
 *
 * <p>Faults are {@link DataException}s with line and column, both counted from 1: a word, an empty field, NaN, an
 * infinity, a number too large for float32, a row of another length, a file without a row.
 *
 * <p>One column may hold labels, whole numbers or names. The distinct labels, in order, are the classes 0, 1, ….
 */
public final class CsvReader {
    private static final String LAST = "last";

    private final @Nullable String labelColumn;

    private CsvReader(@Nullable String labelColumn) {
        this.labelColumn = labelColumn;
    }

    /** A reader of tables in which every column is data. */
    public static CsvReader unlabelled() {
        return new CsvReader(null);
    }

    /**
     * A reader of tables in which one column holds labels.
     *
     * @param column a column's name in the first line, or its number counted from 1, or {@code last}
     */
    public static CsvReader labelled(String column) {
        return new CsvReader(Objects.requireNonNull(column, "column"));
    }

    /**
     * Reads a file.
     *
     * @throws DataException at the first fault
     */
    public FiniteSamples read(Path file) {
        try (ByteSource source = ByteSource.open(file)) {
            return read(source);
        }
    }

    FiniteSamples read(ByteSource source) {
        LineReader lines = new LineReader(source);
        String line = nextRow(lines);
        if (line == null) {
            throw new DataException(
                    source.name(), "", "one or more rows of numbers", lines.number() == 0 ? "an empty file" : "none");
        }
        Delimiter delimiter = Delimiter.detect(line);
        List<String> fields = delimiter.split(line);
        boolean named = isNames(fields);
        if (named && line.chars().anyMatch(CsvReader::isBinary)) {
            throw new DataException(
                    source.name(), "line " + lines.number(), "a table of numbers in text", Excerpt.of(line));
        }
        CsvTable table =
                new CsvTable(source.name(), lines.number(), fields.size(), labelIndex(source, lines, fields, named));
        if (named) {
            line = nextRow(lines);
        }
        for (; line != null; line = nextRow(lines)) {
            table.add(delimiter.split(line), lines.number());
        }
        return table.samples();
    }

    private static @Nullable String nextRow(LineReader lines) {
        String line = lines.read();
        while (line != null && (line.isBlank() || line.startsWith("#"))) {
            line = lines.read();
        }
        return line;
    }

    private boolean isNames(List<String> fields) {
        boolean labelNamed = labelColumn != null && fields.contains(labelColumn) && !NumberField.isNumber(labelColumn);
        return labelNamed || fields.stream().noneMatch(NumberField::isNumber);
    }

    private static boolean isBinary(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    private int labelIndex(ByteSource source, LineReader lines, List<String> fields, boolean named) {
        if (labelColumn == null) {
            return CsvTable.NO_LABELS;
        }
        int index = labelIndex(labelColumn, fields, named);
        if (index < 0 || index >= fields.size()) {
            throw new DataException(
                    source.name(),
                    "line " + lines.number(),
                    "a label column " + Excerpt.of(labelColumn),
                    named
                            ? "the columns " + Excerpt.of(String.join(", ", fields))
                            : fields.size() + " columns without names");
        }
        return index;
    }

    private static int labelIndex(String column, List<String> fields, boolean named) {
        if (named && fields.contains(column)) {
            return fields.indexOf(column);
        }
        if (column.equals(LAST)) {
            return fields.size() - 1;
        }
        return column.matches("[0-9]{1,9}") ? Integer.parseInt(column) - 1 : -1;
    }
}
