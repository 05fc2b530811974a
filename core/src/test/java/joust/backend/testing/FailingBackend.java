package joust.backend.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import joust.backend.Backend;
import joust.backend.Tensor;

/** A backend that fails at one of its operations, as one does whose memory is full, and remembers what it allocated. */
public final class FailingBackend {
    private static final String ALLOCATE = "allocate";

    /** What touches no device. */
    private static final Set<String> INFALLIBLE = Set.of("name", "device", "arithmetic", "threads", "self", "view");

    private final Backend delegate;
    private final Predicate<String> fallible;
    private final int failing;
    private final List<Tensor> allocated = new ArrayList<>();
    private int operations;

    private FailingBackend(Backend delegate, Predicate<String> fallible, int failing) {
        this.delegate = delegate;
        this.fallible = fallible;
        this.failing = failing;
    }

    /**
     * Makes something again and again, each time failing one operation later, and demands that nothing is left of what a
     * failed making allocated, nor of the whole thing once it is closed.
     *
     * @param backends opens the backend to compute on
     * @param making makes the thing, to be closed by {@code close}
     * @return the operations that the making took, each of which has failed once
     */
    public static int assertLeavesNothing(
            Supplier<Backend> backends, Function<Backend, ? extends AutoCloseable> making) {
        return countFailures(backends, operation -> !INFALLIBLE.contains(operation), making);
    }

    /** As {@link #assertLeavesNothing}, where nothing but an allocation fails: for what takes many operations. */
    public static int assertLeavesNothingWithoutMemory(
            Supplier<Backend> backends, Function<Backend, ? extends AutoCloseable> making) {
        return countFailures(backends, ALLOCATE::equals, making);
    }

    private static int countFailures(
            Supplier<Backend> backends, Predicate<String> fallible, Function<Backend, ? extends AutoCloseable> making) {
        int failing = 0;
        while (!makesAndCloses(new FailingBackend(backends.get(), fallible, failing), making)) {
            failing++;
        }
        return failing;
    }

    private static boolean makesAndCloses(FailingBackend test, Function<Backend, ? extends AutoCloseable> making) {
        boolean made = true;
        try {
            AutoCloseable thing = making.apply(test.proxy());
            thing.close();
        } catch (Failure e) {
            made = false;
        } catch (Exception e) {
            throw new AssertionError("operation " + test.failing + " failed, which another exception hides", e);
        }
        assertThat(test.allocated)
                .as("open tensors after operation %s of %s", test.failing, test.operations)
                .allMatch(Tensor::isClosed);
        return made;
    }

    private Backend proxy() {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (fallible.test(method.getName()) && operations++ == failing) {
            throw new Failure();
        }
        try {
            Object result = method.invoke(delegate, arguments);
            if (method.getName().equals(ALLOCATE)) {
                allocated.add((Tensor) result);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What the failing operation throws. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
