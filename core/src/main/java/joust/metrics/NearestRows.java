package joust.metrics;

import java.util.Arrays;
import joust.backend.Backend;

/** How far rows lie from the nearest row of a table. */
public final class NearestRows {
    /** Rows of the table that are on the backend at a time. */
    private static final int CHUNK = 10_000;

    private NearestRows() {}

    /**
     * The median of the Euclidean distances, of an even number of rows the greater one of the middle two; NaN if half of them are.
     *
     * @param table one or more rows
     * @param rows one or more rows to look at
     */
    public static double medianDistance(Backend backend, float[] table, float[] rows, int columns) {
        double[] nearest = new double[rows.length / columns];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int first = 0; first < table.length; first += CHUNK * columns) {
            float[] chunk = Arrays.copyOfRange(table, first, Math.min(table.length, first + CHUNK * columns));
            try (SquaredDistances distances = new SquaredDistances(backend, chunk, columns)) {
                distances.forEach(rows, (row, squares) -> {
                    for (double square : squares) {
                        nearest[row] = Math.min(nearest[row], square);
                    }
                });
            }
        }
        Arrays.sort(nearest);
        return Math.sqrt(nearest[nearest.length / 2]);
    }
}
