package joust.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import joust.backend.Backend;
import joust.backend.BackendException;

/** A backend whose device is gone from one of its operations on; of the next ones, each says so. */
final class LostDevice {
    /** The reason that a person is told. */
    static final String REASON =
            "gpu: launching kernel adam failed: CL_INVALID_COMMAND_QUEUE (-36); the device is lost";

    /** What touches no device. */
    private static final Set<String> HOST = Set.of("name", "device", "arithmetic", "threads", "self", "view", "close");

    private final Backend delegate;
    private final long lostAt;
    private long operations;

    /** Computes on another backend until it has been given so many operations. */
    LostDevice(Backend delegate, long lostAt) {
        this.delegate = delegate;
        this.lostAt = lostAt;
    }

    /** How many operations it was given. */
    long operations() {
        return operations;
    }

    /** The backend. */
    Backend backend() {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (!HOST.contains(method.getName()) && ++operations >= lostAt) {
            BackendException first = new BackendException(REASON);
            throw operations == lostAt ? first : new BackendException(REASON + ", as was said before", first);
        }
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
