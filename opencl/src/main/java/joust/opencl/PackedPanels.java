package joust.opencl;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Memory for packed matrices: weights, packed once for all products until something writes to their root, and one piece for
 * whatever is used once. A copy of weights is kept per root, place, shape and transposition; it is freed after its root, when
 * the next weights are packed.
 */
final class PackedPanels {
    private final OpenClContext context;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable DeviceBuffer scratch;
    private long scratchFloats;

    PackedPanels(OpenClContext context) {
        this.context = context;
    }

    /** A packed copy and what it was made of. */
    static final class Entry {
        private final DeviceBuffer buffer;
        private final WeakReference<Tensor> root;
        private final int offset;
        private final int rows;
        private final int cols;
        private final boolean transposed;
        private long version = -1;

        private Entry(Tensor w, boolean transposed, DeviceBuffer buffer) {
            this.buffer = buffer;
            this.root = new WeakReference<>(w.root());
            this.offset = w.offset();
            this.rows = w.rows();
            this.cols = w.cols();
            this.transposed = transposed;
        }

        private boolean isOf(Tensor w, boolean transposed) {
            return root.refersTo(w.root())
                    && offset == w.offset()
                    && rows == w.rows()
                    && cols == w.cols()
                    && this.transposed == transposed;
        }

        private boolean isGone() {
            Tensor tensor = root.get();
            return tensor == null || tensor.isClosed();
        }

        DeviceBuffer buffer() {
            return buffer;
        }

        /** Whether the copy holds the numbers that {@code w} has now. */
        boolean isCurrent(Tensor w) {
            return version == w.version();
        }

        /** Declares the copy to hold the numbers that {@code w} has now. */
        void setCurrent(Tensor w) {
            version = w.version();
        }
    }

    /** The copy of {@code w}, as current as it may be, in memory for that many floats. */
    Entry of(Tensor w, boolean transposed, long floats) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isOf(w, transposed)) {
                return entries.get(i);
            }
        }
        freeThoseGone();
        Entry made = new Entry(w, transposed, context.allocate(floats));
        entries.add(made);
        return made;
    }

    private void freeThoseGone() {
        entries.removeIf(entry -> {
            boolean gone = entry.isGone();
            if (gone) {
                entry.buffer.close();
            }
            return gone;
        });
    }

    /** Memory for at least that many floats, until the next call. The queue runs in order, so one piece serves all. */
    DeviceBuffer scratch(long floats) {
        DeviceBuffer piece = scratch;
        if (piece == null || scratchFloats < floats) {
            if (piece != null) {
                piece.close();
                // Until there is another: where allocating it fails, this one must not be found again.
                scratch = null;
            }
            piece = context.allocate(floats);
            scratch = piece;
            scratchFloats = floats;
        }
        return piece;
    }
}
