package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.data.FiniteSamples;
import joust.math.RandomFill;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** Classes of rows on a backend, each row with one 1 in the column of its class. */
final class LabelRows {
    private final Backend backend;
    private final Tensor each;
    private final @Nullable Tensor ofData;

    /**
     * Prepares the rows of all classes, with all that they need in a workspace, which closes it.
     *
     * @param data the labelled rows whose classes {@link #ofData} gives; null if nobody asks for them
     */
    LabelRows(Workspace workspace, Backend backend, int classes, @Nullable FiniteSamples data) {
        this.backend = backend;
        this.each = workspace.allocate(classes, classes);
        float[] unit = new float[classes * classes];
        for (int k = 0; k < classes; k++) {
            unit[k * classes + k] = 1;
        }
        backend.upload(unit, 0, each);
        this.ofData = data == null ? null : workspace.allocate(data.rows(), classes);
        if (data != null && ofData != null) {
            backend.upload(rows(data, classes), 0, ofData);
        }
    }

    private static float[] rows(FiniteSamples data, int classes) {
        float[] rows = new float[Math.multiplyExact(data.rows(), classes)];
        for (int row = 0; row < data.rows(); row++) {
            rows[row * classes + data.label(row)] = 1;
        }
        return rows;
    }

    /** The classes of the rows that the same draw from the data gives. */
    void ofData(long seed, int stream, long position, Tensor out) {
        if (ofData == null) {
            throw new IllegalStateException("labels: there are no data");
        }
        backend.gatherRows(ofData, seed, stream, position, out);
    }

    /** Classes drawn uniformly for the generator's update of that number, counted from 0. */
    void drawn(long seed, long update, Tensor out) {
        backend.gatherRows(each, seed, Streams.LABELS, update * RandomFill.blocks(out.rows()), out);
    }
}
