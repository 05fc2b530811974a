package joust.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What holds for every distribution, and draws from one. */
final class Drawn {
    private static final int STREAM = 4;

    private Drawn() {}

    static float[] rows(GeneratedSamples samples, long seed, int rows) {
        float[] out = new float[rows * samples.columns()];
        samples.draw(seed, STREAM, 0, out, 0, rows);
        return out;
    }

    /** Checks the contract of {@link GeneratedSamples} for a distribution of which any four rows can be drawn alone. */
    static void assertKeepsTheContract(GeneratedSamples samples) {
        float[] all = rows(samples, 7, 41);
        assertThat(rows(samples, 7, 41)).containsExactly(all);
        assertThat(rows(samples, 8, 41)).isNotEqualTo(all);
        assertThat(rows(samples, 7L | 1L << 32, 41)).isNotEqualTo(all);
        assertDependsOnStreamAndPosition(samples, all);
        assertPartsAreOfTheWhole(samples, all);
        assertWritesItsRowsOnly(samples, all);
        assertRefusesWhatDoesNotFit(samples);
        assertAllocatesNothing(samples);
    }

    private static void assertDependsOnStreamAndPosition(GeneratedSamples samples, float[] all) {
        float[] other = new float[all.length];
        samples.draw(7, STREAM + 1, 0, other, 0, 41);
        assertThat(other).isNotEqualTo(all);
        samples.draw(7, STREAM, 1L << 32, other, 0, 41);
        assertThat(other).isNotEqualTo(all);
    }

    private static void assertPartsAreOfTheWhole(GeneratedSamples samples, float[] all) {
        int columns = samples.columns();
        assertThat(samples.blocks(0)).isZero();
        for (int from = 0; from < 41; from += 4) {
            for (int rows = 0; from + rows <= 41; rows += 5) {
                float[] part = new float[rows * columns];
                samples.draw(7, STREAM, samples.blocks(from), part, 0, rows);
                assertThat(part).containsExactly(Arrays.copyOfRange(all, from * columns, (from + rows) * columns));
            }
        }
    }

    private static void assertWritesItsRowsOnly(GeneratedSamples samples, float[] all) {
        int columns = samples.columns();
        for (int rows = 0; rows < 6; rows++) {
            float[] margins = new float[3 + rows * columns + 5];
            Arrays.fill(margins, Float.NaN);
            samples.draw(7, STREAM, 0, margins, 3, rows);
            float[] expected = new float[margins.length];
            Arrays.fill(expected, Float.NaN);
            System.arraycopy(all, 0, expected, 3, rows * columns);
            assertThat(Arrays.equals(margins, expected)).as("%d rows", rows).isTrue();
        }
    }

    private static void assertRefusesWhatDoesNotFit(GeneratedSamples samples) {
        float[] out = new float[4 * samples.columns()];
        int[][] offsetsAndRows = {{0, 5}, {1, 4}, {-1, 1}, {0, -1}, {0, Integer.MAX_VALUE}};
        for (int[] wrong : offsetsAndRows) {
            assertThatThrownBy(() -> samples.draw(7, STREAM, 0, out, wrong[0], wrong[1]))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.draw(7, STREAM, -1, out, 0, 4))
                .withMessage(samples.name() + ": position is -1, expected at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> samples.blocks(-1));
        assertThat(out).containsOnly(0);
    }

    private static void assertAllocatesNothing(GeneratedSamples samples) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[] out = new float[1000 * samples.columns()];
        samples.draw(7, STREAM, 0, out, 0, 1000);
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        samples.draw(7, STREAM, 0, out, 0, 1000);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();
    }

    /**
     * Checks that each mean of a column is as near to the one expected as five deviations of a mean of so many rows.
     */
    static void assertMean(float[] values, int columns, int column, double expected, double deviation) {
        int rows = values.length / columns;
        double sum = 0;
        for (int i = column; i < values.length; i += columns) {
            sum += values[i];
        }
        assertThat(sum / rows)
                .isBetween(expected - 5 * deviation / Math.sqrt(rows), expected + 5 * deviation / Math.sqrt(rows));
    }

    /**
     * Checks that the greatest distance of the empirical distribution from the true one is below 1.95 / √n, which
     * chance exceeds once in a thousand (Kolmogorov's limit, 2·exp(−2·1.95²)).
     */
    static void assertDistributedAs(Univariate samples, float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        double greatest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = samples.cumulative(sorted[i]);
            greatest = Math.max(greatest, expected - (double) i / sorted.length);
            greatest = Math.max(greatest, (i + 1.0) / sorted.length - expected);
        }
        assertThat(greatest).isLessThan(1.95 / Math.sqrt(sorted.length));
    }

    static void assertRefused(Runnable construction, String message) {
        assertThatIllegalArgumentException().isThrownBy(construction::run).withMessage(message);
    }
}
