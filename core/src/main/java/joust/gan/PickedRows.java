package joust.gan;

import joust.data.FiniteSamples;
import joust.math.RandomFill;

/** Rows of a table, drawn on the host by the rule of {@link joust.backend.Arrangement#gatherRows}. */
final class PickedRows implements HostBatches.RowSource {
    private final FiniteSamples samples;
    private final int[] indices;

    PickedRows(FiniteSamples samples, int largest) {
        this.samples = samples;
        this.indices = new int[largest];
    }

    @Override
    public int columns() {
        return samples.columns();
    }

    @Override
    public void draw(long seed, int stream, long position, float[] out, int rows) {
        RandomFill.rows(seed, stream, position, samples.rows(), indices, 0, rows);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(samples.values(), indices[i] * columns(), out, i * columns(), columns());
        }
    }

    @Override
    public long blocks(int rows) {
        return RandomFill.blocks(rows);
    }
}
