package joust.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of real rows held in memory: rows × columns float32 values, row-major, all finite, at least one row and one
 * column; with a class per row where the source has labels, and with an image shape where a row is an image. Rows,
 * columns and classes count from 0.
 *
 * <p>Immutable by agreement: {@link #of} keeps the caller's array and {@link #values} hands it out, since an image set
 * of 188 MB is not copied without need; nobody may write to it. The {@code with…} methods share it too.
 */
public final class FiniteSamples implements Samples {
    private final String name;
    private final int columns;
    private final float[] values;
    private final float low;
    private final float high;
    private final int[] labels;
    private final List<String> classNames;
    private final @Nullable ImageShape shape;

    private FiniteSamples(
            String name,
            int columns,
            float[] values,
            float low,
            float high,
            int[] labels,
            List<String> classNames,
            @Nullable ImageShape shape) {
        this.name = name;
        this.columns = columns;
        this.values = values;
        this.low = low;
        this.high = high;
        this.labels = labels;
        this.classNames = classNames;
        this.shape = shape;
    }

    /**
     * A table without labels or image shape, its range the least and the greatest of its values.
     *
     * @param name see {@link #name()}
     * @param columns values per row, at least 1
     * @param values rows × columns values, row-major; kept, not copied
     * @throws IllegalArgumentException if the values are not one or more whole rows
     * @throws DataException at the first NaN or infinity, naming its row and column
     */
    public static FiniteSamples of(String name, int columns, float[] values) {
        Objects.requireNonNull(name, "name");
        if (columns < 1 || values.length == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException(
                    name + ": expected one or more rows of " + columns + " values, found " + values.length + " values");
        }
        float low = values[0];
        float high = values[0];
        for (int i = 0; i < values.length; i++) {
            float value = values[i];
            if (!Float.isFinite(value)) {
                throw new DataException(name, place(i, columns), "a finite number", Float.toString(value));
            }
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new FiniteSamples(name, columns, values, low, high, new int[0], List.of(), null);
    }

    /**
     * These rows with a class each, the classes named by their numbers.
     *
     * @param labels one per row, each at least 0 and below {@code classes}; copied
     * @param classes how many classes there are, at least 1; some may have no row
     * @throws IllegalArgumentException if there is not one label per row, or fewer than one class
     * @throws DataException at the first label out of range, naming its row
     */
    public FiniteSamples withLabels(int[] labels, int classes) {
        return withLabels(
                labels, IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    /** As {@link #withLabels(int[], int)}, with a name for each class. */
    public FiniteSamples withLabels(int[] labels, List<String> classNames) {
        if (labels.length != rows() || classNames.isEmpty()) {
            throw new IllegalArgumentException(name + ": expected " + rows() + " labels of at least 1 class, found "
                    + labels.length + " labels of " + classNames.size() + " classes");
        }
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0 || labels[row] >= classNames.size()) {
                throw new DataException(
                        name,
                        "label of row " + row + " (counted from 0)",
                        "a class from 0 to " + (classNames.size() - 1),
                        Integer.toString(labels[row]));
            }
        }
        return new FiniteSamples(name, columns, values, low, high, labels.clone(), List.copyOf(classNames), shape);
    }

    /**
     * These rows as images.
     *
     * @throws IllegalArgumentException if an image of this shape has not as many pixels as a row has columns
     */
    public FiniteSamples withShape(ImageShape shape) {
        if (shape.pixels() != columns) {
            throw new IllegalArgumentException(name + ": expected an image shape of " + columns + " pixels, found "
                    + shape.height() + "x" + shape.width());
        }
        return new FiniteSamples(name, columns, values, low, high, labels, classNames, shape);
    }

    /**
     * These rows with a range that is known from their source, such as 0 to 1 for pixels, whether or not its ends
     * occur.
     *
     * @throws IllegalArgumentException if a bound is not finite or low is not below high
     * @throws DataException at the first value outside, naming its row and column
     */
    public FiniteSamples withRange(float low, float high) {
        if (!Float.isFinite(low) || !Float.isFinite(high) || low >= high) {
            throw new IllegalArgumentException(
                    name + ": expected a range from low to high, found " + low + " to " + high);
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] < low || values[i] > high) {
                throw new DataException(
                        name, place(i, columns), "a value from " + low + " to " + high, Float.toString(values[i]));
            }
        }
        return new FiniteSamples(name, columns, values, low, high, labels, classNames, shape);
    }

    /** These rows under another name. */
    public FiniteSamples withName(String name) {
        return new FiniteSamples(
                Objects.requireNonNull(name, "name"), columns, values, low, high, labels, classNames, shape);
    }

    /**
     * The rows from {@code from} up to, not including, {@code to}, copied; with the range, classes and shape of the
     * whole.
     *
     * @throws IndexOutOfBoundsException unless 0 ≤ from &lt; to ≤ rows
     */
    public FiniteSamples subset(int from, int to) {
        if (from < 0 || from >= to || to > rows()) {
            throw new IndexOutOfBoundsException(
                    name + ": expected 0 <= from < to <= " + rows() + ", found from " + from + " to " + to);
        }
        return new FiniteSamples(
                name,
                columns,
                Arrays.copyOfRange(values, from * columns, to * columns),
                low,
                high,
                hasLabels() ? Arrays.copyOfRange(labels, from, to) : labels,
                classNames,
                shape);
    }

    /**
     * The named rows in the order given, copied; with the range, classes and shape of the whole. A row may come several
     * times.
     *
     * @throws IllegalArgumentException if no row is named, or more than an array can hold
     * @throws IndexOutOfBoundsException if a row is not one of 0 to rows − 1
     */
    public FiniteSamples select(int... rowIndices) {
        if (rowIndices.length == 0 || (long) rowIndices.length * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + ": expected at least 1 row and at most " + Integer.MAX_VALUE
                    + " values, found " + rowIndices.length + " rows of " + columns);
        }
        float[] selected = new float[rowIndices.length * columns];
        int[] selectedLabels = new int[hasLabels() ? rowIndices.length : 0];
        for (int i = 0; i < rowIndices.length; i++) {
            int row = Objects.checkIndex(rowIndices[i], rows());
            System.arraycopy(values, row * columns, selected, i * columns, columns);
            if (hasLabels()) {
                selectedLabels[i] = labels[row];
            }
        }
        return new FiniteSamples(name, columns, selected, low, high, selectedLabels, classNames, shape);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** How many rows there are, at least 1. */
    public int rows() {
        return values.length / columns;
    }

    /** All values, rows × columns, row-major: the array itself, not to be written to. */
    public float[] values() {
        return values;
    }

    /** Whether every row has a class. */
    public boolean hasLabels() {
        return !classNames.isEmpty();
    }

    /**
     * The class of a row, from 0 to classes − 1.
     *
     * @throws IllegalStateException if these rows have no labels
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int label(int row) {
        requireLabels();
        return labels[Objects.checkIndex(row, labels.length)];
    }

    /**
     * The class of every row; a copy, free to change.
     *
     * @throws IllegalStateException if these rows have no labels
     */
    public int[] labels() {
        requireLabels();
        return labels.clone();
    }

    /** How many classes there are; 0 without labels. */
    public int classes() {
        return classNames.size();
    }

    /** The names of the classes in order; empty without labels. */
    public List<String> classNames() {
        return classNames;
    }

    /** The shape of a row where it is an image. */
    public Optional<ImageShape> shape() {
        return Optional.ofNullable(shape);
    }

    /** The low end of the range of values. */
    public float low() {
        return low;
    }

    /** The high end of the range of values. */
    public float high() {
        return high;
    }

    @Override
    public String toString() {
        return name + ": " + rows() + " rows of " + columns + (hasLabels() ? ", " + classes() + " classes" : "");
    }

    private void requireLabels() {
        if (!hasLabels()) {
            throw new IllegalStateException(name + " has no labels");
        }
    }

    private static String place(int index, int columns) {
        return "row " + index / columns + ", column " + index % columns + " (counted from 0)";
    }
}
