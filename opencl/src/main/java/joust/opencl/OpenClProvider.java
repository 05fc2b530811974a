package joust.opencl;

import java.util.List;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Discovery;

/** The provider of the OpenCL backend, which has no device yet. */
public final class OpenClProvider implements BackendProvider {
    /** The family's name. */
    static final String NAME = "opencl";

    private static final Discovery.Problem NOT_BUILT = new Discovery.Problem("not built yet", "use scalar");

    /** For the service loader. */
    public OpenClProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Discovery discover() {
        return new Discovery(List.of(), List.of(NOT_BUILT));
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
