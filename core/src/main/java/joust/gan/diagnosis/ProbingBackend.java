package joust.gan.diagnosis;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Lets a backend compute and looks at the result of every operation: the first that is not finite throws a {@link NonFiniteException}. A
 * result is known by the version of its root, which every operation raises. A proxy, so that an operation added later is looked at too.
 */
final class ProbingBackend implements InvocationHandler {
    private final Backend delegate;

    private ProbingBackend(Backend delegate) {
        this.delegate = delegate;
    }

    /** Closing it closes nothing. */
    static Backend around(Backend delegate) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, new ProbingBackend(delegate));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        List<Tensor> tensors = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (Object argument : given) {
            if (argument instanceof Tensor tensor) {
                tensors.add(tensor);
                versions.add(tensor.version());
            }
        }
        Object result;
        try {
            result = method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
        for (int i = 0; i < tensors.size(); i++) {
            if (tensors.get(i).version() != versions.get(i)) {
                check(method.getName(), given, tensors.get(i));
            }
        }
        return method.getName().equals("self") ? proxy : result;
    }

    private void check(String operation, Object[] arguments, Tensor result) {
        float[] numbers = new float[result.size()];
        delegate.download(result, numbers, 0);
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new NonFiniteException(operation, arguments, number);
            }
        }
    }
}
