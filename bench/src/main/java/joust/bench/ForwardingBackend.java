package joust.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import joust.backend.Backend;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/** A backend of another class that computes what the one behind it computes; every call goes through reflection. */
class ForwardingBackend implements InvocationHandler {
    private final Backend behind;

    /** Owns the backend behind it. */
    ForwardingBackend(Backend behind) {
        this.behind = behind;
    }

    /** A new backend, of a class of its own for each set of further interfaces. */
    final Backend as(Class<?>... further) {
        Class<?>[] interfaces =
                Stream.concat(Stream.of(Backend.class), Stream.of(further)).toArray(Class<?>[]::new);
        return (Backend) Proxy.newProxyInstance(ForwardingBackend.class.getClassLoader(), interfaces, this);
    }

    @Override
    public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "self", "equals", "hashCode" -> own(proxy, method, arguments);
            default -> {
                Object answer = call(method, arguments == null ? new Object[0] : behind(arguments));
                yield answer instanceof Tensor tensor ? wrap((Backend) proxy, tensor, arguments) : answer;
            }
        };
    }

    /** Calls the backend behind, with its own tensors as arguments. */
    @Nullable
    Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(behind, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @SuppressWarnings("ReferenceEquality") // two backends of one device are two owners
    private static Object own(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "self" -> proxy;
            case "hashCode" -> System.identityHashCode(proxy);
            default -> arguments != null && proxy == arguments[0];
        };
    }

    private static Object[] behind(Object[] arguments) {
        return Stream.of(arguments)
                .map(argument -> argument instanceof ForwardedTensor tensor ? tensor.behind() : argument)
                .toArray();
    }

    private static Tensor wrap(Backend proxy, Tensor made, Object @Nullable [] arguments) {
        return arguments != null && arguments[0] instanceof ForwardedTensor source
                ? new ForwardedTensor(source, (int) arguments[1], made)
                : new ForwardedTensor(proxy, made);
    }
}
