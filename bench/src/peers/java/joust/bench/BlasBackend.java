package joust.bench;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.HostTensor;
import joust.backend.Store;
import joust.backend.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A backend of Joust whose products are computed by a C library on the same arrays, and whose layers are therefore products
 * and passes: what one gets by writing the rest around a general library. All else is the other backend's. The calls go
 * through reflection, some hundreds of nanoseconds each.
 */
final class BlasBackend implements InvocationHandler {
    private final Sgemm sgemm;
    private final Backend passes;

    private BlasBackend(Sgemm sgemm, Backend passes) {
        this.sgemm = sgemm;
        this.passes = passes;
    }

    /**
     * Opens the library and the backend that computes the rest.
     *
     * @throws IllegalStateException if the library is not here
     * @throws joust.backend.BackendUnavailableException if the backend is not here
     */
    static Backend open(BlasLibrary library, String passes, int threads) throws Throwable {
        Sgemm sgemm = library.open(threads);
        return (Backend) Proxy.newProxyInstance(
                BlasBackend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                new BlasBackend(sgemm, Backends.open(passes, BackendOptions.threads(threads))));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "self" -> proxy;
            case "matmul" -> matmul(Objects.requireNonNull(arguments));
            case "dense", "denseBackwardInput", "denseBackwardWeights" ->
                InvocationHandler.invokeDefault(proxy, method, arguments);
            default -> others(method, arguments);
        };
    }

    private @Nullable Object others(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(passes, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object matmul(Object[] arguments) throws Throwable {
        boolean transposeA = (boolean) arguments[0];
        Tensor a = (Tensor) arguments[1];
        boolean transposeB = (boolean) arguments[2];
        Tensor b = (Tensor) arguments[3];
        Tensor out = (Tensor) arguments[5];
        MatrixShape shape = new MatrixShape(out.rows(), transposeA ? a.rows() : a.cols(), out.cols());
        float beta = arguments[4] == Store.ADD ? 1 : 0;
        sgemm.multiplyArrays(transposeA, transposeB, shape, segment(a), segment(b), beta, segment(out));
        return null;
    }

    private static MemorySegment segment(Tensor tensor) {
        return MemorySegment.ofArray(HostTensor.arrayOf(tensor))
                .asSlice((long) Float.BYTES * HostTensor.startOf(tensor), (long) Float.BYTES * tensor.size());
    }
}
