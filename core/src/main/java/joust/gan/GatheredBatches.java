package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.math.RandomFill;

/** Rows of a table that lies on the backend, drawn there with replacement. */
final class GatheredBatches implements RealBatches {
    private final Backend backend;
    private final Tensor table;

    GatheredBatches(Backend backend, FiniteSamples samples) {
        this.backend = backend;
        this.table = backend.allocate(samples.rows(), samples.columns());
        try {
            backend.upload(samples.values(), 0, table);
        } catch (RuntimeException | Error e) {
            table.close();
            throw e;
        }
    }

    @Override
    public void draw(long seed, int stream, long position, Tensor out) {
        backend.gatherRows(table, seed, stream, position, out);
    }

    @Override
    public long blocks(int rows) {
        return RandomFill.blocks(rows);
    }

    @Override
    public void close() {
        table.close();
    }
}
