package joust.simd;

import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Discovery;

/** The provider of the Vector API backend, which has no device yet. */
public final class SimdProvider implements BackendProvider {
    private static final Discovery.Problem NOT_BUILT = new Discovery.Problem("not built yet", "use scalar");

    /** For the service loader. */
    public SimdProvider() {}

    @Override
    public String name() {
        return "simd";
    }

    @Override
    public Discovery discover() {
        return Discovery.missing(NOT_BUILT);
    }

    /**
     * Opens nothing.
     *
     * @throws BackendUnavailableException always
     */
    @Override
    public Backend open(BackendName name, BackendOptions options) {
        throw new BackendUnavailableException("backend " + name + " is not available here: " + NOT_BUILT);
    }
}
