package joust.backend;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Admits one thread at a time to a backend and none after it was closed, and checks the tensors of the operation under
 * way. Nothing is allocated unless a check fails.
 */
final class OperationGuard {
    private final Backend delegate;
    private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
    private String operation = "";
    private boolean closed;

    OperationGuard(Backend delegate) {
        this.delegate = delegate;
    }

    /** Begins an operation; {@link #exit} must follow unless this throws. */
    void enter(String name) {
        Thread caller = Thread.currentThread();
        Thread other = user.compareAndExchange(null, caller);
        if (other != null) {
            throw new IllegalStateException(name + ": thread '" + caller.getName() + "' called while thread '"
                    + other.getName() + "' is using " + delegate.name() + "; one thread at a time may use a backend");
        }
        operation = name;
        if (closed) {
            exit();
            throw new IllegalStateException(name + ": backend " + delegate.name() + " is closed");
        }
    }

    /** Ends the operation. */
    void exit() {
        user.setRelease(null);
    }

    /** Refuses every later operation. */
    void shut() {
        closed = true;
    }

    /** The name of the operation under way, with which its messages begin. */
    String operation() {
        return operation;
    }

    /** Demands that an argument is there. */
    void present(String argument, @Nullable Object value) {
        if (value == null) {
            throw new NullPointerException(operation + ": " + argument + " is null");
        }
    }

    /** Demands an open tensor of this backend. */
    @SuppressWarnings("ReferenceEquality") // two backends of one device are two owners
    void tensor(String argument, Tensor tensor) {
        present(argument, tensor);
        if (tensor.owner() != delegate) {
            throw new IllegalArgumentException(operation + ": " + argument + " " + tensor.shape()
                    + " was allocated by another backend, " + tensor.owner().name() + ", expected one of this backend, "
                    + delegate.name());
        }
        if (tensor.isClosed()) {
            throw new IllegalStateException(operation + ": " + argument + " " + tensor.shape() + " is closed"
                    + (tensor.isView() ? ", with its root " + tensor.root().shape() : ""));
        }
    }

    /** Demands two open tensors of this backend. */
    void tensors(String first, Tensor a, String second, Tensor b) {
        tensor(first, a);
        tensor(second, b);
    }

    /** Demands three open tensors of this backend. */
    void tensors(String first, Tensor a, String second, Tensor b, String third, Tensor c) {
        tensors(first, a, second, b);
        tensor(third, c);
    }

    /** Demands four open tensors of this backend. */
    void tensors(String first, Tensor a, String second, Tensor b, String third, Tensor c, String fourth, Tensor d) {
        tensors(first, a, second, b);
        tensors(third, c, fourth, d);
    }

    /**
     * Counts a write to the root of an output. It comes before the delegate's work, so that numbers which a failing
     * device left half-written are never taken for the old ones.
     */
    void writes(Tensor output) {
        output.countWrite();
    }

    /** Counts a write to the roots of two outputs, once where they share one. */
    void writes(Tensor first, Tensor second) {
        first.countWrite();
        if (!StorageChecks.sameRoot(first, second)) {
            second.countWrite();
        }
    }

    /** Counts a write to the roots of three outputs, once where they share one. */
    void writes(Tensor first, Tensor second, Tensor third) {
        writes(first, second);
        if (!StorageChecks.sameRoot(first, third) && !StorageChecks.sameRoot(second, third)) {
            third.countWrite();
        }
    }
}
