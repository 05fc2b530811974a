package joust.scalar;

import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Discovery;
import joust.backend.HostProcessor;

/** The scalar backend: one device, available everywhere. */
public final class ScalarProvider implements BackendProvider {
    /** The family's name. */
    static final String NAME = "scalar";

    private static final double SCORE = 1;

    /** For the service loader. */
    public ScalarProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Discovery discover() {
        return Discovery.found(new Discovery.Device(NAME, description(), SCORE));
    }

    /**
     * Opens the one device. It always runs on the caller's thread: {@code options} ask for nothing that it could do
     * otherwise.
     *
     * @throws BackendUnavailableException if the name asks for another device or for a mode
     */
    @Override
    public Backend open(BackendName name, BackendOptions options) {
        if (name.device() > 0 || !name.mode().isEmpty()) {
            throw new BackendUnavailableException("backend " + name
                    + ": the scalar backend has one device and no modes, expected scalar or scalar:0");
        }
        return new ScalarBackend(description());
    }

    private static String description() {
        return HostProcessor.model() + ", 1 thread";
    }
}
