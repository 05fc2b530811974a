package joust.backend;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider of backends that compute nothing, on as many threads as asked for up to a limit; it counts who is open. */
final class PacedProvider implements BackendProvider {
    private final String name;
    private final int most;
    private final Arithmetic arithmetic;
    private final List<Integer> open = new ArrayList<>();
    private Function<BackendOptions, @Nullable RuntimeException> refusal = options -> null;

    PacedProvider(String name, int most, Arithmetic arithmetic) {
        this.name = name;
        this.most = most;
        this.arithmetic = arithmetic;
    }

    /** Numbers of threads of the backends that are open. */
    List<Integer> open() {
        return open;
    }

    /** From now on backends are refused where the function gives a reason. */
    void refuse(Function<BackendOptions, @Nullable RuntimeException> when) {
        refusal = when;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Discovery discover() {
        return FakeProvider.found(1, name);
    }

    @Override
    public Backend open(BackendName requested, BackendOptions options) {
        RuntimeException reason = refusal.apply(options);
        if (reason != null) {
            throw reason;
        }
        Integer threads = options.threads() == 0 ? most : Math.min(most, options.threads());
        open.add(threads);
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) -> answer(method, threads));
    }

    private @Nullable Object answer(Method method, Integer threads) {
        return switch (method.getName()) {
            case "name" -> name;
            case "device" -> "model of " + name;
            case "arithmetic" -> arithmetic;
            case "threads" -> threads;
            case "synchronize" -> null;
            case "close" -> {
                open.remove((Object) threads);
                yield null;
            }
            default -> throw new IllegalStateException(method.getName());
        };
    }
}
