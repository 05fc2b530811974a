package joust.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import joust.gan.LogRow;

/**
 * The rows of a log up to some step, as {@code log.csv} holds them.
 *
 * @param rows cells by column, in the order of steps
 */
record LogHistory(List<Map<String, String>> rows) {
    /** Of a run that has not begun. */
    static final LogHistory NONE = new LogHistory(List.of());

    /**
     * Reads the text of a log.
     *
     * @throws IllegalArgumentException if it is none
     */
    static LogHistory parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            return NONE;
        }
        List<String> columns = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != columns.size() || !cells.getFirst().matches("\\d{1,18}")) {
                throw new IllegalArgumentException("log: row " + (rows.size() + 1) + " does not fit its columns");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(row);
        }
        return new LogHistory(List.copyOf(rows));
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /** The rows of some steps alone. */
    LogHistory only(LongPredicate steps) {
        return new LogHistory(rows.stream().filter(row -> steps.test(step(row))).toList());
    }

    /** With the cells of some columns emptied where a row is not of some steps. */
    LogHistory keeping(List<String> columns, LongPredicate steps) {
        return new LogHistory(rows.stream()
                .map(row -> {
                    Map<String, String> kept = new LinkedHashMap<>(row);
                    if (!steps.test(step(row))) {
                        columns.forEach(kept::remove);
                    }
                    return kept;
                })
                .toList());
    }

    private static long step(Map<String, String> row) {
        return Long.parseLong(row.getOrDefault("step", ""));
    }

    /** The numbers of a column by step; none where a cell is empty. */
    Map<Long, Double> column(String name) {
        Map<Long, Double> numbers = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            String cell = row.getOrDefault(name, "");
            if (!cell.isEmpty()) {
                numbers.put(step(row), number(cell));
            }
        }
        return numbers;
    }

    /** As text with these columns; a cell that no row has is empty. */
    String text(List<String> columns) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, String> row : rows) {
            List<String> cells =
                    columns.stream().map(column -> row.getOrDefault(column, "")).toList();
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    /** As numbers; what the log does not have is NaN. */
    List<LogRow> numbers() {
        return rows.stream().map(LogHistory::numbers).toList();
    }

    private static LogRow numbers(Map<String, String> row) {
        RecordComponent[] components = LogRow.class.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            String cell = row.getOrDefault(components[i].getName(), "");
            types[i] = components[i].getType();
            values[i] = types[i] == long.class ? (Object) Long.valueOf(cell) : number(cell);
        }
        try {
            return LogRow.class.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("log: a row is not one of a log", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("log: a record cannot be made by its canonical constructor", e);
        }
    }

    private static Double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.valueOf(cell);
    }
}
