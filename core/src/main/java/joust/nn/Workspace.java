package joust.nn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import joust.backend.Backend;
import joust.backend.Tensor;

/**
 * What an object has allocated on a backend, closed together, the last first. A constructor that fails half-way closes its
 * workspace, so that nothing stays behind that no one can close any more.
 */
public final class Workspace implements AutoCloseable {
    private final Backend backend;
    private final Deque<Runnable> closings = new ArrayDeque<>();

    /** Begins with nothing. */
    public Workspace(Backend backend) {
        this.backend = backend;
    }

    /** Allocates a tensor of +0. */
    public Tensor allocate(int rows, int cols) {
        return add(backend.allocate(rows, cols), Tensor::close);
    }

    /**
     * Takes something over that is to be closed with the rest.
     *
     * @return {@code part}
     */
    public <T> T add(T part, Consumer<? super T> closing) {
        closings.push(() -> closing.accept(part));
        return part;
    }

    /** Closes everything that was added since the last call. */
    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}
