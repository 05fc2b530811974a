package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.data.GeneratedSamples;
import joust.data.Samples;

/** Batches of real rows on a backend, each a pure function of seed, stream and position. */
interface RealBatches extends AutoCloseable {
    /** Fills {@code out}, {@code rows x columns}; allocates nothing. */
    void draw(long seed, int stream, long position, Tensor out);

    /** The Philox blocks that a batch of {@code rows} rows uses. */
    long blocks(int rows);

    @Override
    void close();

    /**
     * Batches from a source.
     *
     * @param largest the most rows of a batch
     * @param sorted whether the rows, of one column, come sorted upwards
     */
    static RealBatches of(Backend backend, Samples samples, int largest, boolean sorted) {
        return switch (samples) {
            case FiniteSamples finite ->
                sorted
                        ? new HostBatches(backend, new PickedRows(finite, largest), largest, true)
                        : new GatheredBatches(backend, finite);
            case GeneratedSamples generated -> new HostBatches(backend, new DrawnRows(generated), largest, sorted);
        };
    }
}
