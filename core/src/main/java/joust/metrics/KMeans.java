package joust.metrics;

import java.util.Arrays;
import joust.backend.Backend;
import joust.math.HostRandom;

/**
 * Centres of clusters by Lloyd's algorithm (Lloyd 1982, "Least squares quantization in PCM"): each row goes to its nearest centre, the
 * first one among equals, and each centre to the mean of its rows, until none moves or the rounds are over. It starts from rows picked at
 * random, and a centre that loses its rows stays where it is. Means are summed in double in the order of the rows.
 */
public final class KMeans {
    private KMeans() {}

    /**
     * Finds centres.
     *
     * @param rows at least {@code count} rows
     * @param count how many centres, at least 1
     * @param rounds how often centres move at most
     * @param seed picks the first centres
     * @return the centres, row by row
     */
    public static float[] centres(Backend backend, float[] rows, int columns, int count, int rounds, long seed) {
        int rowCount = rows.length / columns;
        if (count < 1 || count > rowCount) {
            throw new IllegalArgumentException(
                    "count: " + count + ", expected 1 to " + rowCount + ", the number of rows");
        }
        int[] order = new HostRandom(seed, 0, 0).permutation(rowCount);
        float[] centres = new float[count * columns];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, order[i] * columns, centres, i * columns, columns);
        }
        int[] owners = new int[rowCount];
        Arrays.fill(owners, -1);
        for (int round = 0; round < rounds && assign(backend, centres, rows, columns, owners); round++) {
            move(rows, columns, owners, centres);
        }
        return centres;
    }

    /** Whether any row has another centre than before. */
    private static boolean assign(Backend backend, float[] centres, float[] rows, int columns, int[] owners) {
        int[] before = owners.clone();
        try (SquaredDistances distances = new SquaredDistances(backend, centres, columns)) {
            distances.forEach(rows, (row, squares) -> {
                int nearest = 0;
                for (int j = 1; j < squares.length; j++) {
                    nearest = squares[j] < squares[nearest] ? j : nearest;
                }
                owners[row] = nearest;
            });
        }
        return !Arrays.equals(before, owners);
    }

    private static void move(float[] rows, int columns, int[] owners, float[] centres) {
        double[] sums = new double[centres.length];
        int[] counts = new int[centres.length / columns];
        for (int row = 0; row < owners.length; row++) {
            counts[owners[row]]++;
            for (int j = 0; j < columns; j++) {
                sums[owners[row] * columns + j] += rows[row * columns + j];
            }
        }
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columns && counts[i] > 0; j++) {
                centres[i * columns + j] = (float) (sums[i * columns + j] / counts[i]);
            }
        }
    }
}
