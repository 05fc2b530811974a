package joust.nn;

import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;

/** Allocates roots and closes them together. */
final class Workspace implements AutoCloseable {
    private final Backend backend;
    private final List<Tensor> roots = new ArrayList<>();

    Workspace(Backend backend) {
        this.backend = backend;
    }

    Tensor allocate(int rows, int cols) {
        Tensor root = backend.allocate(rows, cols);
        roots.add(root);
        return root;
    }

    @Override
    public void close() {
        roots.forEach(Tensor::close);
        roots.clear();
    }
}
