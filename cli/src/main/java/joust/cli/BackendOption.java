package joust.cli;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which backend computes, and on how many threads. */
final class BackendOption {
    @Option(names = "--backend", defaultValue = "auto", description = "auto, scalar, simd or opencl[:N]; default auto")
    private String name = "auto";

    @Option(names = "--threads", description = "threads that compute; default the backend's choice")
    private @Nullable Integer threads;

    /**
     * Opens it.
     *
     * @throws UsageException if the words cannot be used
     * @throws joust.backend.BackendUnavailableException if it is not available here
     */
    Backend open() {
        if (threads != null && threads < 1) {
            throw new UsageException("--threads: " + threads + ", expected at least 1");
        }
        return BackendChoice.open(name, threads == null ? BackendOptions.DEFAULT : BackendOptions.threads(threads));
    }
}
