package joust.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import joust.io.FileFormatException;

/** A run's {@code log.csv} read back. */
final class RunLog {
    private final double[] steps;
    private final double[] seconds;
    private final Map<String, double[]> columns;

    private RunLog(double[] steps, double[] seconds, Map<String, double[]> columns) {
        this.steps = steps;
        this.seconds = seconds;
        this.columns = columns;
    }

    /** The first column. */
    double[] steps() {
        return steps;
    }

    /** The last column. */
    double[] seconds() {
        return seconds;
    }

    /** All columns between the first and {@code seconds}, by name, a number for each step; NaN where there is none. */
    Map<String, double[]> columns() {
        return columns;
    }

    /**
     * Reads the file.
     *
     * @throws FileFormatException naming the line that is not as it should be
     * @throws IOException if it cannot be read
     */
    static RunLog read(Path file) throws IOException {
        List<String> lines = TextFile.read(file).lines().toList();
        List<String> names =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
        if (names.size() < 2
                || !names.getFirst().equals("step")
                || !names.getLast().equals("seconds")) {
            String found = lines.isEmpty() ? "nothing" : lines.getFirst();
            throw new FileFormatException(file.toString(), "line 1", "columns from step to seconds", found);
        }
        List<double[]> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(file, i + 1, lines.get(i), names.size()));
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int column = 1; column < names.size() - 1; column++) {
            columns.put(names.get(column), column(rows, column));
        }
        return new RunLog(column(rows, 0), column(rows, names.size() - 1), columns);
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static double[] row(Path file, int line, String text, int columns) throws FileFormatException {
        String[] cells = text.split(",", -1);
        if (cells.length != columns) {
            throw new FileFormatException(
                    file.toString(), "line " + line, columns + " numbers", cells.length + " cells");
        }
        try {
            return Arrays.stream(cells)
                    .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new FileFormatException(file.toString(), "line " + line, columns + " numbers", text, e);
        }
    }
}
