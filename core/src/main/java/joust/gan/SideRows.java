package joust.gan;

import joust.backend.Backend;
import joust.backend.Tensor;
import joust.nn.Workspace;
import org.jspecify.annotations.Nullable;

/** One batch of rows on its way into the discriminator: the data's columns, then those of the class where it is told. */
final class SideRows {
    private final Backend backend;
    private final Tensor rows;
    private final Tensor data;
    private final @Nullable Tensor labels;

    /**
     * Prepares a batch, with all that it needs in a workspace, which closes it.
     *
     * @param rows where the discriminator reads it, {@code size x (columns + classes)}; stays the caller's
     */
    SideRows(Workspace workspace, Backend backend, BatchConfig batch, int columns, Tensor rows) {
        this.backend = backend;
        this.rows = rows;
        boolean told = batch.classes() > 0;
        this.data = told ? workspace.allocate(batch.size(), columns) : rows;
        this.labels = told ? workspace.allocate(batch.size(), batch.classes()) : null;
    }

    /** Where the data's columns go, {@code size x columns}. */
    Tensor data() {
        return data;
    }

    /** Where the classes go, {@code size x classes}; null where they are not told. */
    @Nullable
    Tensor labels() {
        return labels;
    }

    /** Puts the classes beside the data. */
    void join() {
        if (labels != null) {
            backend.concatColumns(data, labels, rows);
        }
    }
}
