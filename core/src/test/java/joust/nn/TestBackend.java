package joust.nn;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.CheckedBackend;
import joust.backend.Tensor;
import joust.scalar.ScalarProvider;

/** The backend that networks are tested on: the scalar one with all its checks, and a log of what it is asked for. */
final class TestBackend {
    private static final List<String> SILENT =
            List.of("name", "device", "arithmetic", "threads", "self", "view", "download", "upload", "synchronize");

    private final Backend backend;
    private final List<String> operations = new ArrayList<>();
    private final List<Tensor> allocated = new ArrayList<>();

    TestBackend() {
        Backend checked =
                CheckedBackend.wrap(new ScalarProvider().open(BackendName.parse("scalar"), BackendOptions.DEFAULT));
        backend = (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    if (!SILENT.contains(method.getName())) {
                        operations.add(method.getName());
                    }
                    try {
                        Object result = method.invoke(checked, arguments);
                        if (method.getName().equals("allocate")) {
                            allocated.add((Tensor) result);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    Backend backend() {
        return backend;
    }

    /** The operations since the last call, without transfers to and from the host. */
    List<String> takeOperations() {
        List<String> taken = List.copyOf(operations);
        operations.clear();
        return taken;
    }

    /** All tensors but views that were made so far. */
    List<Tensor> allocated() {
        return List.copyOf(allocated);
    }

    /** The numbers of a tensor. */
    float[] read(Tensor tensor) {
        float[] values = new float[tensor.size()];
        backend.download(tensor, values, 0);
        return values;
    }

    /** A new tensor with the given numbers. */
    Tensor tensor(int rows, int cols, float... values) {
        Tensor tensor = backend.allocate(rows, cols);
        backend.upload(values, 0, tensor);
        return tensor;
    }

    /** Sets all numbers of a tensor. */
    void write(Tensor tensor, float... values) {
        backend.upload(values, 0, tensor);
    }
}
