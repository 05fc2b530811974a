package joust.simd;

import java.util.Optional;
import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.BackendProvider;
import joust.backend.BackendUnavailableException;
import joust.backend.Discovery;
import joust.backend.HostProcessor;

/** The Vector API backend: one device, available where {@link SimdSupport} finds no problem. */
public final class SimdProvider implements BackendProvider {
    /** The family's name. */
    static final String NAME = "simd";

    /** Roughly how many times faster than the scalar backend one thread is. */
    private static final double SCORE = 8;

    /** For the service loader. */
    public SimdProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Discovery discover() {
        Optional<Discovery.Problem> problem = SimdSupport.problem();
        return problem.isPresent()
                ? Discovery.missing(problem.get())
                : Discovery.found(new Discovery.Device(NAME, description(HostProcessor.cores()), SCORE));
    }

    /**
     * Opens the one device, on as many threads as the options ask for, or on one for each core.
     *
     * @throws BackendUnavailableException if the name asks for another device or for a mode, or vectors cannot be used here
     */
    @Override
    public Backend open(BackendName name, BackendOptions options) {
        if (name.device() > 0 || !name.mode().isEmpty()) {
            throw new BackendUnavailableException(
                    "backend " + name + ": the SIMD backend has one device and no modes, expected simd or simd:0");
        }
        Optional<Discovery.Problem> problem = SimdSupport.problem();
        if (problem.isPresent()) {
            throw new BackendUnavailableException("backend " + name + " is not available here: " + problem.get());
        }
        Team team = Team.of(options);
        return new SimdBackend(team, description(team.size()));
    }

    private static String description(int threads) {
        return HostProcessor.model() + ", " + VectorWidth.chosen() + "-bit vectors, " + threads
                + (threads == 1 ? " thread" : " threads");
    }
}
