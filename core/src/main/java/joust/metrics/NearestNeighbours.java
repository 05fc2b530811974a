package joust.metrics;

import java.util.Arrays;
import joust.backend.Backend;

/**
 * How generated rows lie among real ones, by balls around each row that reach to its k-th neighbour of its own kind.
 *
 * @param precision the share of generated rows within the ball of a real one (Kynkäänniemi et al. 2019, eq. 1-2)
 * @param recall the share of real rows within the ball of a generated one (ibid., eq. 3)
 * @param density the real balls that a generated row lies in, in the mean, divided by k; may exceed 1 (Naeem et al. 2020, eq. 4)
 * @param coverage the share of real rows whose ball holds a generated one (ibid., eq. 5)
 */
public record NearestNeighbours(double precision, double recall, double density, double coverage) {
    /** The neighbour that a ball reaches to. */
    public static final int NEIGHBOUR = 5;

    /**
     * Compares rows.
     *
     * @param real more than {@link #NEIGHBOUR} rows, row by row
     * @param generated likewise
     * @throws IllegalArgumentException if these are fewer, or no whole rows
     */
    public static NearestNeighbours of(Backend backend, float[] real, float[] generated, int columns) {
        requireRows("real", real, columns);
        requireRows("generated", generated, columns);
        try (SquaredDistances toReal = new SquaredDistances(backend, real, columns);
                SquaredDistances toGenerated = new SquaredDistances(backend, generated, columns)) {
            double[] realRadii = radii(toReal, real);
            double[] generatedRadii = radii(toGenerated, generated);
            Counts counts = new Counts(realRadii, generatedRadii);
            toReal.forEach(generated, counts::count);
            return counts.result();
        }
    }

    /** The squared distance of each row from its k-th neighbour; a row is no neighbour of itself. */
    private static double[] radii(SquaredDistances set, float[] rows) {
        double[] radii = new double[set.size()];
        set.forEach(rows, (row, squares) -> {
            double[] others = squares.clone();
            others[row] = others[others.length - 1];
            radii[row] = smallest(others, others.length - 1, NEIGHBOUR);
        });
        return radii;
    }

    /** The k-th smallest of the first numbers. */
    private static double smallest(double[] numbers, int count, int k) {
        double[] least = new double[k];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            int at = k - 1;
            if (numbers[i] < least[at]) {
                while (at > 0 && numbers[i] < least[at - 1]) {
                    least[at] = least[at - 1];
                    at--;
                }
                least[at] = numbers[i];
            }
        }
        return least[k - 1];
    }

    private static void requireRows(String name, float[] rows, int columns) {
        if (rows.length % columns != 0 || rows.length / columns <= NEIGHBOUR) {
            throw new IllegalArgumentException(
                    name + ": " + rows.length + " numbers, expected more than " + NEIGHBOUR + " rows of " + columns);
        }
    }

    /** What the balls hold. */
    private static final class Counts {
        private final double[] realRadii;
        private final double[] generatedRadii;
        private final boolean[] recalled;
        private final boolean[] covered;
        private int precise;
        private long held;

        Counts(double[] realRadii, double[] generatedRadii) {
            this.realRadii = realRadii;
            this.generatedRadii = generatedRadii;
            this.recalled = new boolean[realRadii.length];
            this.covered = new boolean[realRadii.length];
        }

        void count(int generated, double[] squares) {
            int balls = 0;
            for (int i = 0; i < squares.length; i++) {
                if (squares[i] <= realRadii[i]) {
                    balls++;
                    covered[i] = true;
                }
                recalled[i] |= squares[i] <= generatedRadii[generated];
            }
            precise += balls > 0 ? 1 : 0;
            held += balls;
        }

        NearestNeighbours result() {
            double generated = generatedRadii.length;
            return new NearestNeighbours(
                    precise / generated, share(recalled), held / (NEIGHBOUR * generated), share(covered));
        }

        private static double share(boolean[] marks) {
            int marked = 0;
            for (boolean mark : marks) {
                marked += mark ? 1 : 0;
            }
            return (double) marked / marks.length;
        }
    }
}
