package joust.backend;

import java.util.OptionalLong;

/**
 * Checks every argument of every operation, then lets the decorated backend compute; its message names the operation, the
 * argument, its value and what was expected. A failed check has changed nothing.
 *
 * <ul>
 *   <li>{@link IllegalArgumentException}: a shape, a number or a range out of order; a tensor of another backend; an output
 *       that overlaps a tensor which it may not share storage with.
 *   <li>{@link IllegalStateException}: a closed tensor, a closed backend (also on the second {@link #close()}), or a
 *       second thread while a first one is inside.
 *   <li>{@link NullPointerException}: an argument that is null.
 * </ul>
 *
 * <p>Each operation raises the {@linkplain Tensor#version() version} of the roots of its outputs, states and scratch by one.
 * Tensors belong to the decorated backend. Good calls allocate nothing. What describes the backend ({@link #name()},
 * {@link #device()}, {@link #arithmetic()}, {@link #threads()}) may be asked by any thread at any time.
 */
public final class CheckedBackend extends CheckedOptimizers implements Backend {
    private CheckedBackend(Backend delegate) {
        super(delegate);
    }

    /** Decorates a backend, unless it is decorated already. */
    public static CheckedBackend wrap(Backend backend) {
        return backend instanceof CheckedBackend checked ? checked : new CheckedBackend(backend);
    }

    @Override
    public String name() {
        return delegate.name();
    }

    @Override
    public String device() {
        return delegate.device();
    }

    @Override
    public Arithmetic arithmetic() {
        return delegate.arithmetic();
    }

    @Override
    public int threads() {
        return delegate.threads();
    }

    /** How many kernels a device was given so far; empty of a backend that has none. */
    public OptionalLong launches() {
        return delegate instanceof LaunchCounter counter ? OptionalLong.of(counter.launches()) : OptionalLong.empty();
    }

    @Override
    public void synchronize() {
        guard.enter("synchronize");
        try {
            delegate.synchronize();
        } finally {
            guard.exit();
        }
    }

    @Override
    public void close() {
        guard.enter("close");
        try {
            guard.shut();
            delegate.close();
        } finally {
            guard.exit();
        }
    }

    /** This backend, checked: a default made of its operations would be checked too. */
    @Override
    public Backend self() {
        return this;
    }
}
