package joust.gan;

import java.util.Arrays;
import joust.backend.Backend;
import joust.backend.Tensor;

/** Rows that are made on the host and uploaded. */
final class HostBatches implements RealBatches {
    private final Backend backend;
    private final RowSource source;
    private final boolean sorted;
    private final float[] values;

    HostBatches(Backend backend, RowSource source, int largest, boolean sorted) {
        this.backend = backend;
        this.source = source;
        this.sorted = sorted;
        this.values = new float[Math.multiplyExact(largest, source.columns())];
    }

    @Override
    public void draw(long seed, int stream, long position, Tensor out) {
        source.draw(seed, stream, position, values, out.rows());
        if (sorted) {
            Arrays.sort(values, 0, out.rows());
        }
        backend.upload(values, 0, out);
    }

    @Override
    public long blocks(int rows) {
        return source.blocks(rows);
    }

    @Override
    public void close() {
        // Nothing lies on the backend.
    }

    /** Where the rows come from. */
    interface RowSource {
        int columns();

        void draw(long seed, int stream, long position, float[] out, int rows);

        long blocks(int rows);
    }
}
