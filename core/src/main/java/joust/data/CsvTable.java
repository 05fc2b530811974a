package joust.data;

import java.util.List;

/** A table while its rows arrive. */
final class CsvTable {
    /** The label column of a table without one. */
    static final int NO_LABELS = -1;

    private final String file;
    private final int firstLine;
    private final int fields;
    private final int labelIndex;
    private final FloatList values;
    private final LabelColumn labels;

    /**
     * @param firstLine the line that set the number of fields
     * @param labelIndex the field that holds the label, counted from 0, or {@link #NO_LABELS}
     */
    CsvTable(String file, int firstLine, int fields, int labelIndex) {
        this.file = file;
        this.firstLine = firstLine;
        this.fields = fields;
        this.labelIndex = labelIndex;
        values = new FloatList(file);
        labels = new LabelColumn();
        if (columns() == 0) {
            throw new DataException(
                    file, "line " + firstLine, "a column of numbers beside the labels", "only the labels");
        }
    }

    void add(List<String> row, int line) {
        if (row.size() != fields) {
            throw new DataException(
                    file, "line " + line, count(fields) + " as in line " + firstLine, Integer.toString(row.size()));
        }
        for (int i = 0; i < fields; i++) {
            TableCell cell = new TableCell(file, line, i + 1);
            if (i == labelIndex) {
                labels.add(row.get(i), cell);
            } else {
                values.add(NumberField.parse(row.get(i), cell));
            }
        }
    }

    FiniteSamples samples() {
        if (values.size() == 0) {
            throw new DataException(
                    file, "line " + firstLine, "rows of numbers after the names of the columns", "none");
        }
        FiniteSamples samples = FiniteSamples.of(file, columns(), values.toArray());
        return labelIndex == NO_LABELS ? samples : labels.label(samples);
    }

    private int columns() {
        return labelIndex == NO_LABELS ? fields : fields - 1;
    }

    private static String count(int fields) {
        return fields == 1 ? "1 field" : fields + " fields";
    }
}
