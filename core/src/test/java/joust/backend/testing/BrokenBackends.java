package joust.backend.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.backend.Tensor;

/** Backends that break what the contract says about storage, names and repeatability. */
final class BrokenBackends {
    private static final List<String> STORAGE = List.of("upload", "download", "synchronize", "close");

    private BrokenBackends() {}

    /** Moves numbers between the host and tensors, and computes nothing. */
    static Backend idle() {
        Backend sound = Backends.open("scalar");
        InvocationHandler handler = (proxy, method, arguments) -> {
            boolean computes = method.getReturnType() == void.class && !STORAGE.contains(method.getName());
            return computes ? null : Sabotage.forward(sound, method, arguments);
        };
        return (Backend)
                Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, handler);
    }

    static Backend nameless() {
        Backend sound = Backends.open("scalar");
        InvocationHandler handler = (proxy, method, arguments) ->
                method.getName().equals("name") ? "No Name" : Sabotage.forward(sound, method, arguments);
        return (Backend)
                Proxy.newProxyInstance(Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, handler);
    }

    static Backend withDirtyAllocations() {
        return broken("allocate", call -> {
            call.proceed();
            if (call.answer() instanceof Tensor tensor) {
                SabotagedCall.spoilAll(tensor, x -> 1f);
            }
        });
    }

    /** Loses the payloads of NaN. */
    static Backend withOneNaN() {
        return broken("upload", call -> {
            call.proceed();
            SabotagedCall.spoilAll(call.output(), x -> Float.isNaN(x) ? Float.NaN : x);
        });
    }

    /** Reads uploaded arrays only when something is downloaded. */
    static Backend withLateUploads() {
        List<SabotagedCall> pending = new ArrayList<>();
        Backend lazy = new Sabotage("upload", pending::add).of(Backends.open("scalar"));
        Consumer<SabotagedCall> flush = call -> {
            pending.forEach(SabotagedCall::proceed);
            pending.clear();
            call.proceed();
        };
        return new Sabotage("download", flush).of(lazy);
    }

    static Backend withLongDownloads() {
        return broken("download", call -> {
            call.proceed();
            float[] destination = (float[]) call.argument(1);
            int end = (int) call.argument(2) + call.tensor(0).size();
            if (end < destination.length) {
                destination[end] = 0;
            }
        });
    }

    /** Takes the offset of a view of a view from the root. */
    static Backend withViewsOfRoots() {
        return broken("view", call -> call.with(0, call.tensor(0).root()).proceed());
    }

    static Backend withRandomSeeds() {
        AtomicLong calls = new AtomicLong();
        return broken("uniform", call -> call.with(0, calls.incrementAndGet()).proceed());
    }

    /** Keeps packed (here: transposed) weights under a key of the weights. */
    static Backend withPackedWeights(Function<Tensor, Object> key) {
        Map<Object, float[]> packed = new HashMap<>();
        return broken("dense", call -> {
            Tensor weights = call.tensor(1);
            int rows = weights.rows();
            int cols = weights.cols();
            float[] kept = packed.computeIfAbsent(key.apply(weights), any -> transpose(call.read(weights), rows, cols));
            try (Tensor unpacked = call.sound().allocate(rows, cols)) {
                call.sound().upload(transpose(kept, cols, rows), 0, unpacked);
                call.with(1, unpacked).proceed();
            }
        });
    }

    private static float[] transpose(float[] values, int rows, int cols) {
        float[] transposed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            transposed[i % cols * rows + i / cols] = values[i];
        }
        return transposed;
    }

    private static Backend broken(String operation, Consumer<SabotagedCall> fault) {
        return new Sabotage(operation, fault).of(Backends.open("scalar"));
    }
}
