package joust.cli;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.gan.GanConfig;
import joust.gan.StepWorkload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which backend computes, and on how many threads. */
final class BackendOption {
    @Option(names = "--backend", defaultValue = "auto", description = "auto, scalar, simd or opencl[:N]; default auto")
    private String name = "auto";

    @Option(names = "--threads", description = "threads that compute; default the backend's choice")
    private @Nullable Integer threads;

    /**
     * Opens it for the training of a configuration.
     *
     * @throws UsageException if the words cannot be used
     * @throws joust.backend.BackendUnavailableException if it is not available here
     */
    Backend open(GanConfig config) {
        if (threads != null && threads < 1) {
            throw new UsageException("--threads: " + threads + ", expected at least 1");
        }
        BackendOptions options = threads == null ? BackendOptions.DEFAULT : BackendOptions.threads(threads);
        return BackendChoice.open(name, options, StepWorkload.of(config));
    }
}
