package joust.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The labels of a table, collected row by row: their distinct texts become the classes. */
final class LabelColumn {
    /** More classes than this are a column of measurements taken for labels. */
    static final int MOST_CLASSES = 10_000;

    private static final double GREATEST_NUMBER = 1e15;

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private int[] rows = new int[1024];
    private int size;

    void add(String text, TableCell cell) {
        String label = canonical(text, cell);
        int index = indexes.computeIfAbsent(label, key -> indexes.size());
        if (index == MOST_CLASSES) {
            throw cell.refuse("at most " + MOST_CLASSES + " different labels", "one more");
        }
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, Heap.grown(size, Heap.LONGEST_ARRAY));
        }
        rows[size++] = index;
    }

    /** The samples with the labels added. */
    FiniteSamples label(FiniteSamples samples) {
        List<String> names = ClassNames.sorted(indexes.keySet());
        int[] classOfIndex = new int[names.size()];
        for (int i = 0; i < names.size(); i++) {
            classOfIndex[Objects.requireNonNull(indexes.get(names.get(i)))] = i;
        }
        return samples.withLabels(
                Arrays.stream(rows, 0, size).map(index -> classOfIndex[index]).toArray(), names);
    }

    /** A whole number in its shortest form, so that 7, 7.0 and 7e0 are one class; a name as it stands. */
    private String canonical(String text, TableCell cell) {
        if (!text.isEmpty() && !NumberField.isNumber(text)) {
            return text;
        }
        double number = NumberField.isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
        if (number != Math.rint(number) || Math.abs(number) > GREATEST_NUMBER) {
            throw cell.refuse("a whole number or a name as label", Excerpt.of(text));
        }
        return Long.toString((long) number);
    }
}
