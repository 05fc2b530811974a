package joust.bench;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import joust.backend.Activation;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.backend.CheckedBackend;
import joust.backend.Store;
import joust.backend.Tensor;

/**
 * Makes the call sites behind {@link Backend} megamorphic, as they become in a process that uses several backends and all
 * kinds of layers. A JVM that has seen one class at a call site inlines it, with two it still does; with more it calls.
 */
final class CallSitePollution {
    private static final int SIZE = 8;
    /** Past C2's threshold of 15,000 invocations. */
    private static final int ROUNDS = 20_000;

    private static final long NANOSECONDS_AT_MOST = 3_000_000_000L;

    private CallSitePollution() {}

    /** Calls everything on every backend that is here and on two more classes of backends, in turns, for seconds at most. */
    static void run() {
        List<Backend> backends = new ArrayList<>();
        Stream.of("scalar", "simd").filter(CallSitePollution::isHere).forEach(name -> backends.add(open(name)));
        backends.add(CheckedBackend.wrap(new ForwardingBackend(open("scalar")).as(Serializable.class)));
        backends.add(CheckedBackend.wrap(new ForwardingBackend(open("scalar")).as(Cloneable.class)));
        List<Runnable> calls = backends.stream().map(CallSitePollution::calls).toList();
        long end = System.nanoTime() + NANOSECONDS_AT_MOST;
        for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
            calls.forEach(Runnable::run);
        }
        backends.forEach(Backend::close);
    }

    private static boolean isHere(String name) {
        return Backends.discover().stream()
                .flatMap(family -> family.devices().stream())
                .anyMatch(device -> device.name().equals(name));
    }

    private static Backend open(String name) {
        return Backends.open(name, BackendOptions.threads(1));
    }

    private static Runnable calls(Backend backend) {
        Tensor a = backend.allocate(SIZE, SIZE);
        Tensor b = backend.allocate(SIZE, SIZE);
        Tensor c = backend.allocate(SIZE, SIZE);
        Tensor d = backend.allocate(SIZE, SIZE);
        Tensor bias = backend.allocate(1, SIZE);
        backend.normal(1, 4, 0, 0, 1, a);
        backend.normal(1, 4, SIZE * SIZE, 0, 1, b);
        return () -> {
            for (Activation.Kind kind : Activation.Kind.values()) {
                Activation f =
                        kind == Activation.Kind.LEAKY_RELU ? Activation.leakyRelu(0.2f) : new Activation(kind, 0);
                backend.activate(f, a, c);
                backend.activateBackward(f, c, b, d);
                backend.dense(a, b, bias, f, c);
            }
            for (Product product : Product.values()) {
                backend.matmul(product.transposeA(), a, product.transposeB(), b, Store.OVERWRITE, c);
            }
            backend.uniform(1, 4, 0, -1, 1, c);
            backend.normal(1, 4, 0, 0, 1, c);
            backend.sgd(1e-3, a, d);
            backend.adam(1e-3, 0.9, 0.999, 1e-7, a, b, c, d);
            backend.synchronize();
        };
    }
}
