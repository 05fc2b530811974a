package joust.backend;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A raw backend with host tensors that computes nothing and remembers what it was asked. */
final class RecordingBackend implements InvocationHandler {
    /** One call that reached the backend. */
    record Call(String operation, List<Object> arguments) {}

    /** What happens inside an operation, after it was recorded. */
    interface Inside {
        void run(String operation) throws InterruptedException;
    }

    private final String name;
    private final Backend backend;
    private final List<Call> calls = new ArrayList<>();
    private Inside inside = operation -> {};

    RecordingBackend(String name) {
        this.name = name;
        this.backend =
                (Backend) Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, this);
    }

    /** The raw backend. */
    Backend backend() {
        return backend;
    }

    /** The operations that reached it, without those that describe it or make tensors. */
    List<Call> calls() {
        return calls;
    }

    /** Sets what happens inside each operation from now on. */
    void inside(Inside action) {
        inside = action;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws InterruptedException, InvocationTargetException, IllegalAccessException {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        List<Object> given = arguments == null ? List.of() : List.of(arguments);
        return switch (method.getName()) {
            case "name" -> name;
            case "device" -> "a recorder";
            case "arithmetic" -> Arithmetic.FMA;
            case "threads" -> 3;
            case "allocate" -> HostTensor.allocate(backend, (int) given.get(0), (int) given.get(1));
            case "view" ->
                HostTensor.view((Tensor) given.get(0), (int) given.get(1), (int) given.get(2), (int) given.get(3));
            default -> {
                calls.add(new Call(method.getName(), given));
                inside.run(method.getName());
                yield null;
            }
        };
    }
}
