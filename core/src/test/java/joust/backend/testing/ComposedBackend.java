package joust.backend.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import joust.backend.Backend;
import org.jspecify.annotations.Nullable;

/**
 * A backend that runs every default of the interfaces on another backend: what is abstract is forwarded, what has a default
 * is composed, even where the other one overrides it.
 */
final class ComposedBackend implements InvocationHandler {
    private final Backend delegate;

    private ComposedBackend(Backend delegate) {
        this.delegate = delegate;
    }

    static Backend of(Backend delegate) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, new ComposedBackend(delegate));
    }

    /** {@code self()} is a default too, and gives the proxy, so that defaults made of defaults stay composed. */
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
