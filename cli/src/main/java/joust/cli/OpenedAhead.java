package joust.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import joust.backend.Backend;

/**
 * A backend that is opened on a thread of its own while the caller reads data: while kernels are not
 * compiled yet, its self-test takes longer than reading small data. What the caller finds wrong meanwhile surfaces first, as if it had
 * not been opened yet.
 */
final class OpenedAhead implements AutoCloseable {
    private final CompletableFuture<Backend> opening;

    /** Begins to open it. */
    OpenedAhead(Supplier<Backend> open) {
        opening = CompletableFuture.supplyAsync(
                open, task -> Thread.ofPlatform().daemon().name("joust-opening").start(task));
    }

    /** The backend, once it is open; what opening it throws is thrown here. */
    Backend get() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    /** Closes the backend, after waiting for it; where it did not open, and nobody asked for it, nothing is told. */
    @Override
    public void close() {
        opening.handle((backend, failure) -> backend)
                .thenAccept(backend -> {
                    if (backend != null) {
                        backend.close();
                    }
                })
                .join();
    }
}
