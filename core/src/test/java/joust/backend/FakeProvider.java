package joust.backend;

import java.util.List;
import java.util.function.Supplier;

/** A provider of recording backends, or of a failure. */
final class FakeProvider implements BackendProvider {
    private final String name;
    private final Supplier<Discovery> discovery;
    private final Supplier<Backend> backend;

    FakeProvider(String name, Supplier<Discovery> discovery, Supplier<Backend> backend) {
        this.name = name;
        this.discovery = discovery;
        this.backend = backend;
    }

    /** A family with one device of its own name. */
    static FakeProvider of(String name, double score, Supplier<Backend> backend) {
        return new FakeProvider(name, () -> found(score, name), backend);
    }

    /** A family without a device. */
    static FakeProvider missing(String name, Discovery.Problem... problems) {
        return new FakeProvider(name, () -> new Discovery(List.of(), List.of(problems)), () -> {
            throw new AssertionError("nothing to open");
        });
    }

    /** What fails instead of giving something. */
    static <T> Supplier<T> throwing(Throwable cause) {
        return () -> {
            if (cause instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) cause;
        };
    }

    /** Devices with equal scores. */
    static Discovery found(double score, String... devices) {
        return new Discovery(
                List.of(devices).stream()
                        .map(device -> new Discovery.Device(device, "model of " + device, score))
                        .toList(),
                List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Discovery discover() {
        return discovery.get();
    }

    @Override
    public Backend open(BackendName requested, BackendOptions options) {
        return backend.get();
    }
}
