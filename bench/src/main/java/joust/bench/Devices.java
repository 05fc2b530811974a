package joust.bench;

import java.util.Set;

/** Which implementations compute on the CPU's own units, so that its peaks bound them. */
final class Devices {
    private static final Set<String> HOST = Set.of("scalar", "simd");

    private Devices() {}

    /** Whether a backend of that name does. */
    static boolean isHost(String backend) {
        return HOST.contains(backend);
    }

    /** Whether a contender does: other libraries and plain loops all do. */
    static boolean isHost(Contender contender) {
        String backend = contender.parameters().get("backend");
        return backend == null || isHost(backend);
    }
}
