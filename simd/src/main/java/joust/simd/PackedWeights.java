package joust.simd;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Weights packed once for all products until something writes to their root. A copy is kept per root, place, shape and
 * transposition, and goes with the root. Weights that one product uses between two writes are better packed bit by bit while it
 * goes: so a copy is made for the second product, or for the first if the numbers before were used more than once.
 */
final class PackedWeights {
    private final List<Entry> entries = new ArrayList<>();

    /** A packed copy and what it was made of. */
    static final class Entry {
        final PackedMatrix matrix = new PackedMatrix();
        private final WeakReference<Tensor> root;
        private final int offset;
        private final int rows;
        private final int cols;
        private final boolean transposed;
        private long version = -1;
        private long asked = -1;
        private int products;
        private int productsBefore;

        private Entry(Tensor w, boolean transposed) {
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

        /** Takes note of a product, and says whether a copy is worth making for it and those that follow. */
        boolean isWorthMaking(Tensor w) {
            if (asked != w.version()) {
                productsBefore = products;
                products = 0;
                asked = w.version();
            }
            products = Math.min(products + 1, 2);
            return products > 1 || productsBefore > 1;
        }

        /** Whether the copy holds the numbers that {@code w} has now. */
        boolean isCurrent(Tensor w) {
            return version == w.version();
        }

        /** Declares the copy to hold nothing, until {@link #setCurrent}. */
        void unsetCurrent() {
            version = -1;
        }

        /** Declares the copy to hold the numbers that {@code w} has now. */
        void setCurrent(Tensor w) {
            version = w.version();
        }
    }

    /** The copy of {@code w}, as current as it may be. */
    Entry of(Tensor w, boolean transposed) {
        Entry found = find(w, transposed);
        if (found == null) {
            entries.removeIf(Entry::isGone);
            found = new Entry(w, transposed);
            entries.add(found);
        }
        return found;
    }

    private @Nullable Entry find(Tensor w, boolean transposed) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isOf(w, transposed)) {
                return entries.get(i);
            }
        }
        return null;
    }
}
