package joust.gan;

import joust.data.GeneratedSamples;

/** Rows from a distribution. */
record DrawnRows(GeneratedSamples samples) implements HostBatches.RowSource {
    @Override
    public int columns() {
        return samples.columns();
    }

    @Override
    public void draw(long seed, int stream, long position, float[] out, int rows) {
        samples.draw(seed, stream, position, out, 0, rows);
    }

    @Override
    public long blocks(int rows) {
        return samples.blocks(rows);
    }
}
