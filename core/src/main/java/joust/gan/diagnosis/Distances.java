package joust.gan.diagnosis;

import java.util.Arrays;

/** Euclidean distances between rows, on the host in double. */
final class Distances {
    private Distances() {}

    /** The root of the mean squared distance of rows from their mean. */
    static double spread(float[] rows, int columns) {
        int count = rows.length / columns;
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double mean = 0;
            for (int i = column; i < rows.length; i += columns) {
                mean += rows[i] / (double) count;
            }
            for (int i = column; i < rows.length; i += columns) {
                sum += (rows[i] - mean) * (rows[i] - mean);
            }
        }
        return Math.sqrt(sum / count);
    }

    /** The median distance of rows from the nearest other one among them. */
    static double medianAmong(float[] rows, int columns) {
        int[] own = new int[rows.length / columns];
        Arrays.setAll(own, i -> i);
        return medianNearest(rows, rows, columns, own);
    }

    /**
     * The median distance of rows from the nearest of others.
     *
     * @param own for each row its own place among the others, which is passed over; -1 where it is not among them
     */
    static double medianNearest(float[] rows, float[] others, int columns, int[] own) {
        double[] nearest = new double[own.length];
        for (int row = 0; row < own.length; row++) {
            nearest[row] = nearest(rows, row, others, columns, own[row]);
        }
        Arrays.sort(nearest);
        return nearest[nearest.length / 2];
    }

    private static double nearest(float[] rows, int row, float[] others, int columns, int own) {
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < others.length / columns; other++) {
            if (other != own) {
                least = Math.min(least, squared(rows, row * columns, others, other * columns, columns, least));
            }
        }
        return Math.sqrt(least);
    }

    /** The squared distance, or any number above {@code limit} where it is above that. */
    private static double squared(float[] a, int atA, float[] b, int atB, int columns, double limit) {
        double sum = 0;
        for (int i = 0; i < columns && sum <= limit; i++) {
            double difference = (double) a[atA + i] - b[atB + i];
            sum += difference * difference;
        }
        return sum;
    }
}
