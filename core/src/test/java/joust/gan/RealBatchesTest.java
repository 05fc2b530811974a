package joust.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.data.Gaussian;
import joust.data.Samples;
import joust.math.RandomFill;
import org.junit.jupiter.api.Test;

class RealBatchesTest {
    private static final int ROWS = 10;

    private final Backend backend = TestBackend.open();

    @Test
    void rowsOfATableAreDrawnByTheDocumentedRule() {
        FiniteSamples pairs = FiniteSamples.of("pairs", 2, new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14});
        int[] indices = new int[ROWS];
        RandomFill.rows(5, Streams.DATA, 30, 5, indices, 0, ROWS);

        float[] batch = draw(pairs, false, 5, 30);

        for (int i = 0; i < ROWS; i++) {
            assertThat(batch[2 * i]).isEqualTo(indices[i]);
            assertThat(batch[2 * i + 1]).isEqualTo(10f + indices[i]);
        }
        assertThat(Arrays.stream(indices).distinct().count()).isGreaterThan(2);
    }

    @Test
    void sortedRowsOfATableAreThoseOfTheUnsortedBatch() {
        float[] unsorted = draw(SmallRun.table(), false, 5, 30);
        float[] sorted = draw(SmallRun.table(), true, 5, 30);

        assertThat(sorted).isSorted().isNotEqualTo(unsorted);
        Arrays.sort(unsorted);
        assertThat(sorted).isEqualTo(unsorted);
    }

    @Test
    void rowsOfADistributionAreWhatItDrawsThere() {
        Gaussian gaussian = new Gaussian(1, 2);
        float[] expected = new float[ROWS];
        gaussian.draw(5, Streams.DATA, 30, expected, 0, ROWS);

        assertThat(draw(gaussian, false, 5, 30)).isEqualTo(expected);
        Arrays.sort(expected);
        assertThat(draw(gaussian, true, 5, 30)).isEqualTo(expected);
    }

    @Test
    void theNextBatchBeginsBehindTheBlocksOfThisOne() {
        for (Samples samples : new Samples[] {SmallRun.table(), new Gaussian(0, 1)}) {
            for (boolean sorted : new boolean[] {false, true}) {
                try (RealBatches batches = RealBatches.of(backend, samples, ROWS, sorted)) {
                    assertThat(batches.blocks(ROWS)).isEqualTo(3);
                    assertThat(batches.blocks(4)).isEqualTo(1);
                }
            }
        }
    }

    private float[] draw(Samples samples, boolean sorted, long seed, long position) {
        float[] values = new float[ROWS * samples.columns()];
        try (RealBatches batches = RealBatches.of(backend, samples, ROWS, sorted);
                Tensor batch = backend.allocate(ROWS, samples.columns())) {
            batches.draw(seed, Streams.DATA, position, batch);
            backend.download(batch, values, 0);
        }
        return values;
    }
}
