package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.math.RandomFill;
import org.jspecify.annotations.Nullable;

/** Input rows of a generator: each batch a pure function of seed, stream and position. */
final class NoiseSource implements AutoCloseable {
    private final Backend backend;
    private final NoiseConfig config;
    private @Nullable Tensor strata;
    private float[] strataValues = new float[0];
    private int strataFirst;
    private int strataOf;

    NoiseSource(Backend backend, NoiseConfig config) {
        this.backend = backend;
        this.config = config;
    }

    /** The Philox blocks that a batch of {@code rows} rows uses. */
    long blocks(int rows) {
        return RandomFill.blocks((long) rows * config.dimension());
    }

    /** Fills {@code out}, {@code rows x dimension}; allocates nothing but at the first call. */
    void fill(long seed, int stream, long position, Tensor out) {
        fill(seed, stream, position, 0, out.rows(), out);
    }

    /**
     * Fills {@code out} with a part of a larger batch.
     *
     * @param first the row of the whole that comes first
     * @param whole the rows of the whole
     */
    void fill(long seed, int stream, long position, int first, int whole, Tensor out) {
        switch (config) {
            case NoiseConfig.Uniform uniform ->
                backend.uniform(seed, stream, position, (float) uniform.low(), (float) uniform.high(), out);
            case NoiseConfig.Normal normal ->
                backend.normal(seed, stream, position, (float) normal.mean(), (float) normal.deviation(), out);
            case NoiseConfig.Stratified stratified -> fill(stratified, seed, stream, position, first, whole, out);
        }
    }

    private void fill(
            NoiseConfig.Stratified stratified, long seed, int stream, long position, int first, int whole, Tensor out) {
        Tensor linear = strata(stratified, first, whole, out.rows());
        if (stratified.jitter() == 0) {
            backend.copy(linear, out);
        } else {
            backend.uniform(seed, stream, position, 0, (float) stratified.jitter(), out);
            backend.addScaled(1, linear, out);
        }
    }

    private Tensor strata(NoiseConfig.Stratified stratified, int first, int whole, int rows) {
        Tensor held = strata;
        if (held != null && held.rows() == rows && strataFirst == first && strataOf == whole) {
            return held;
        }
        if (held == null || held.rows() != rows) {
            close();
            held = backend.allocate(rows, 1);
            strata = held;
            strataValues = new float[rows];
        }
        for (int i = 0; i < rows; i++) {
            double share = whole == 1 ? 0 : (double) (first + i) / (whole - 1);
            strataValues[i] = (float) (stratified.low() + (stratified.high() - stratified.low()) * share);
        }
        backend.upload(strataValues, 0, held);
        strataFirst = first;
        strataOf = whole;
        return held;
    }

    @Override
    public void close() {
        if (strata != null) {
            strata.close();
            strata = null;
        }
    }
}
