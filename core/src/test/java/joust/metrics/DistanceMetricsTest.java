package joust.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import joust.backend.Backend;
import joust.backend.Backends;
import org.junit.jupiter.api.Test;

/** Metrics of distances between rows against naive loops in double. */
class DistanceMetricsTest {
    private static final int COLUMNS = 3;

    private final Backend backend = Backends.open("scalar");
    private final float[] real = rows(1, 300, 1);
    private final float[] generated = rows(2, 280, 1.3);

    @Test
    void distancesAreThoseOfTheDefinition() {
        try (SquaredDistances distances = new SquaredDistances(backend, real, COLUMNS)) {
            int[] visited = {0};
            distances.forEach(generated, (row, squares) -> {
                assertThat(row).isEqualTo(visited[0]++);
                for (int j = 0; j < squares.length; j++) {
                    assertThat(squares[j]).isCloseTo(square(generated, row, real, j), within(1e-5));
                }
            });
            assertThat(visited[0]).isEqualTo(280);
            assertThat(distances.size()).isEqualTo(300);
        }
    }

    @Test
    void theNearestRowIsThatOfTheDefinition() {
        double[] nearest = new double[280];
        for (int g = 0; g < 280; g++) {
            nearest[g] = Double.POSITIVE_INFINITY;
            for (int r = 0; r < 300; r++) {
                nearest[g] = Math.min(nearest[g], square(generated, g, real, r));
            }
        }
        Arrays.sort(nearest);
        assertThat(NearestRows.medianDistance(backend, real, generated, COLUMNS))
                .isCloseTo(Math.sqrt(nearest[140]), within(1e-5));
        assertThat(NearestRows.medianDistance(backend, real, real, COLUMNS)).isCloseTo(0, within(2e-3));
        float[] long20000 = Arrays.copyOf(new float[] {9, 9, 9}, 60_003);
        assertThat(NearestRows.medianDistance(backend, long20000, new float[] {0, 0, 1}, COLUMNS))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void centresOfClustersThatLieApartAreTheirMeans() {
        float[] rows = new float[300 * COLUMNS];
        double[][] means = new double[3][COLUMNS];
        SplittableRandom random = new SplittableRandom(7);
        for (int row = 0; row < 300; row++) {
            for (int j = 0; j < COLUMNS; j++) {
                rows[row * COLUMNS + j] = (float) (10 * (row % 3 == j ? 1 : 0) + random.nextDouble());
                means[row % 3][j] += rows[row * COLUMNS + j] / 100.0;
            }
        }
        for (long seed = 1; seed < 40; seed++) {
            float[] centres = KMeans.centres(backend, rows, COLUMNS, 3, 20, seed);
            float[] again = KMeans.centres(backend, rows, COLUMNS, 3, 20, seed);
            assertThat(again).isEqualTo(centres);
            if (NearestRows.medianDistance(backend, centres, rows, COLUMNS) < 2) {
                for (double[] mean : means) {
                    float[] row = {(float) mean[0], (float) mean[1], (float) mean[2]};
                    assertThat(NearestRows.medianDistance(backend, centres, row, COLUMNS))
                            .isCloseTo(0, within(2e-2));
                }
                return;
            }
        }
        throw new AssertionError("no start of 39 had a row of each cluster");
    }

    @Test
    void moreCentresThanRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.centres(backend, real, COLUMNS, 301, 1, 1))
                .withMessageContaining("count: 301, expected 1 to 300");
    }

    @Test
    void neighboursAreThoseOfTheDefinition() {
        double precise = 0;
        double density = 0;
        double recalled = 0;
        double covered = 0;
        for (int g = 0; g < 280; g++) {
            int balls = 0;
            for (int r = 0; r < 300; r++) {
                balls += square(generated, g, real, r) <= radius(real, r) ? 1 : 0;
            }
            precise += balls > 0 ? 1 : 0;
            density += balls;
        }
        for (int r = 0; r < 300; r++) {
            boolean within = false;
            boolean holds = false;
            for (int g = 0; g < 280; g++) {
                within |= square(generated, g, real, r) <= radius(generated, g);
                holds |= square(generated, g, real, r) <= radius(real, r);
            }
            recalled += within ? 1 : 0;
            covered += holds ? 1 : 0;
        }

        NearestNeighbours neighbours = NearestNeighbours.of(backend, real, generated, COLUMNS);

        assertThat(neighbours.precision()).isCloseTo(precise / 280, within(1e-12));
        assertThat(neighbours.density()).isCloseTo(density / 280 / 5, within(1e-12));
        assertThat(neighbours.recall()).isCloseTo(recalled / 300, within(1e-12));
        assertThat(neighbours.coverage()).isCloseTo(covered / 300, within(1e-12));
        assertThat(neighbours.precision()).isBetween(0.5, 0.99);
    }

    @Test
    void collapseLosesRecallAndCoverageAndKeepsPrecision() {
        float[] collapsed = new float[280 * COLUMNS];
        for (int i = 0; i < collapsed.length; i++) {
            collapsed[i] = real[i % COLUMNS] + 1e-4f * (i % 7);
        }
        NearestNeighbours neighbours = NearestNeighbours.of(backend, real, collapsed, COLUMNS);
        assertThat(neighbours.precision()).isEqualTo(1);
        assertThat(neighbours.recall()).isLessThan(0.05);
        assertThat(neighbours.coverage()).isLessThan(0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbours.of(backend, real, new float[5 * COLUMNS], COLUMNS))
                .withMessage("generated: 15 numbers, expected more than 5 rows of 3");
    }

    @Test
    void meanDiscrepancyIsThatOfTheDefinition() {
        double[] medians = new double[300];
        for (int i = 0; i < 300; i++) {
            double[] squares = new double[300];
            for (int j = 0; j < 300; j++) {
                squares[j] = square(real, i, real, j);
            }
            Arrays.sort(squares);
            medians[i] = squares[150];
        }
        Arrays.sort(medians);
        double width = medians[150];
        double expected = kernel(real, real, width) / (300.0 * 299)
                + kernel(generated, generated, width) / (280.0 * 279)
                - 2 * kernel(real, generated, width) / (300.0 * 280);

        double same = MeanDiscrepancy.squared(backend, real, rows(3, 280, 1), COLUMNS);

        assertThat(MeanDiscrepancy.squared(backend, real, generated, COLUMNS)).isCloseTo(expected, within(1e-6));
        assertThat(Math.abs(same)).isLessThan(expected / 2);
    }

    @Test
    void parzenWindowsAreThoseOfTheDefinition() {
        float[] validation = rows(4, 40, 1);
        float[] test = rows(5, 50, 1);
        double best = Double.NEGATIVE_INFINITY;
        double width = 0;
        for (int w = 0; w < 10; w++) {
            double candidate = Math.pow(10, -1 + w / 9.0);
            double likelihood = mean(likelihoods(validation, candidate));
            if (likelihood > best) {
                best = likelihood;
                width = candidate;
            }
        }
        double[] expected = likelihoods(test, width);
        double mean = mean(expected);
        double spread =
                Arrays.stream(expected).map(v -> (v - mean) * (v - mean)).sum();

        ParzenWindow window = ParzenWindow.of(backend, generated, validation, test, COLUMNS);

        assertThat(window.deviation()).isCloseTo(width, within(1e-12));
        assertThat(width).isBetween(0.15, 0.9);
        assertThat(window.logLikelihood()).isCloseTo(mean, within(1e-5));
        assertThat(window.standardError()).isCloseTo(Math.sqrt(spread / 49 / 50), within(1e-5));
    }

    @Test
    void frechetDistancesOfKnownSetsAreExact() {
        float[] shifted = real.clone();
        float[] doubled = real.clone();
        double trace = 0;
        for (int j = 0; j < COLUMNS; j++) {
            double[] column = new double[300];
            for (int i = 0; i < 300; i++) {
                shifted[i * COLUMNS + j] += 2;
                column[i] = real[i * COLUMNS + j];
            }
            double mean = mean(column);
            trace += Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum() / 299;
            for (int i = 0; i < 300; i++) {
                doubled[i * COLUMNS + j] = (float) (mean + 2 * (column[i] - mean));
            }
        }
        assertThat(FrechetDistance.of(real, real, COLUMNS)).isCloseTo(0, within(1e-9));
        assertThat(FrechetDistance.of(real, shifted, COLUMNS)).isCloseTo(4 * COLUMNS, within(1e-5));
        // Covariances C and 4C: trace(C + 4C - 2 · 2C).
        assertThat(FrechetDistance.of(real, doubled, COLUMNS)).isCloseTo(trace, within(1e-5));
    }

    @Test
    void frechetDistanceOfCovariancesThatDoNotCommute() {
        float[] wide = {1, 0, -1, 0, 0, 0.5f, 0, -0.5f};
        float[] turned = {1, 1, -1, -1, 0.5f, -0.5f, -0.5f, 0.5f};
        // By hand: C₁ = diag(2/3, 1/6), C₂ = [[5/6, 1/2], [1/2, 5/6]]; trace of (C₁C₂)^½ = √(trace(C₁C₂) + 2
        // √det(C₁C₂)).
        double traceOfProduct = 2 / 3.0 * 5 / 6 + 1 / 6.0 * 5 / 6;
        double determinant = 2 / 3.0 / 6 * (25 / 36.0 - 0.25);
        double expected = 5 / 6.0 + 10 / 6.0 - 2 * Math.sqrt(traceOfProduct + 2 * Math.sqrt(determinant));

        assertThat(FrechetDistance.of(wide, turned, 2)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void kernelDensityIsOneSmoothHillPerSample() {
        KernelDensity density = new KernelDensity(new float[] {1, 1, 3}, 0.5);
        assertThat(density.at(1)).isCloseTo(0.75 * 2 / (3 * 0.5), within(1e-12));
        assertThat(density.at(3.25)).isCloseTo(0.75 * 0.75 / (3 * 0.5), within(1e-12));
        assertThat(density.at(2)).isZero();
        double area = 0;
        for (int i = 0; i < 4_000; i++) {
            area += density.at(i * 0.001) * 0.001;
        }
        assertThat(area).isCloseTo(1, within(1e-5));
        assertThatIllegalArgumentException().isThrownBy(() -> new KernelDensity(new float[1], 0));
    }

    private double[] likelihoods(float[] test, double width) {
        double[] likelihoods = new double[test.length / COLUMNS];
        for (int t = 0; t < likelihoods.length; t++) {
            double sum = 0;
            for (int g = 0; g < 280; g++) {
                sum += Math.exp(-square(test, t, generated, g) / (2 * width * width));
            }
            likelihoods[t] = Math.log(sum / 280 / Math.pow(width * Math.sqrt(2 * Math.PI), COLUMNS));
        }
        return likelihoods;
    }

    private static double kernel(float[] a, float[] b, double width) {
        boolean same = Arrays.equals(a, b);
        double sum = 0;
        for (int i = 0; i < a.length / COLUMNS; i++) {
            for (int j = 0; j < b.length / COLUMNS; j++) {
                sum += same && i == j ? 0 : Math.exp(-square(a, i, b, j) / (2 * width));
            }
        }
        return sum;
    }

    private static double radius(float[] rows, int row) {
        double[] squares = new double[rows.length / COLUMNS];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = square(rows, row, rows, i);
        }
        Arrays.sort(squares);
        // The nearest is the row itself. Float32 products leave the border of a ball uncertain by this.
        return squares[5] + 1e-6;
    }

    private static double square(float[] a, int i, float[] b, int j) {
        double sum = 0;
        for (int k = 0; k < COLUMNS; k++) {
            double difference = (double) a[i * COLUMNS + k] - b[j * COLUMNS + k];
            sum += difference * difference;
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static float[] rows(long seed, int count, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rows = new float[count * COLUMNS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) (random.nextGaussian() * deviation);
        }
        return rows;
    }
}
