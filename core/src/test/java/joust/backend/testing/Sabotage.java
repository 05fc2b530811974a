package joust.backend.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import joust.backend.Arithmetic;
import joust.backend.Backend;
import org.jspecify.annotations.Nullable;

/**
 * A backend that does one operation wrong.
 *
 * @param operation which
 * @param fault what it does instead
 * @param arithmetic how the backend says that it rounds
 */
record Sabotage(String operation, Consumer<SabotagedCall> fault, Arithmetic arithmetic) {
    Sabotage(String operation, Consumer<SabotagedCall> fault) {
        this(operation, fault, Arithmetic.FMA);
    }

    /** The sound backend with the fault in it. */
    Backend of(Backend sound) {
        InvocationHandler handler = (proxy, method, arguments) -> invoke(proxy, sound, method, arguments);
        return (Backend)
                Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, handler);
    }

    private @Nullable Object invoke(Object proxy, Backend sound, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals(operation) && arguments != null) {
            SabotagedCall call = new SabotagedCall(sound, method, arguments);
            fault.accept(call);
            return call.answer();
        }
        return switch (method.getName()) {
            case "self" -> proxy;
            case "arithmetic" -> arithmetic;
            default -> forward(sound, method, arguments);
        };
    }

    static @Nullable Object forward(Backend sound, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(sound, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
