package joust.backend;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * Finds the backends on the class path and opens them. Providers are found by {@link ServiceLoader} through the class
 * loader of this class, so that the answer does not depend on the calling thread.
 *
 * <p>A backend is handed out only after it has computed the same as the scalar one in a {@linkplain SelfTest self-test},
 * and always as a {@link CheckedBackend}.
 */
public final class Backends {
    /** The name that leaves the choice to the scores and the self-test. */
    public static final String AUTO = "auto";

    /** About a quarter of a minute: long enough for the Java machine to compile what is timed. */
    private static final long BUDGET = 16_000_000_000L;

    private Backends() {}

    /**
     * What each family found here, the one with the best device first, those without a device last. Never throws: a
     * provider that cannot be loaded, or fails, is a problem with its cause.
     */
    public static List<BackendFamily> discover() {
        return selection().families();
    }

    /** Opens a backend with its own choice of threads; otherwise as {@link #open(String, BackendOptions, Consumer)}. */
    public static Backend open(String name) {
        return open(name, BackendOptions.DEFAULT);
    }

    /**
     * Opens a backend and reports through the {@link System.Logger} named {@code joust.backend}, at level INFO; otherwise
     * as {@link #open(String, BackendOptions, Consumer)}.
     */
    public static Backend open(String name, BackendOptions options) {
        System.Logger logger = System.getLogger("joust.backend");
        return open(name, options, line -> logger.log(System.Logger.Level.INFO, line));
    }

    /**
     * Opens a backend.
     *
     * @param name {@code auto}, or {@code family[:device][+mode]} as {@link BackendName} reads it; {@code auto} takes the
     *     device with the highest score that opens and passes the self-test, and reports in one line what it chose and why
     *     nothing else
     * @param log receives that line, and another one where fewer threads compute than were asked for
     * @throws IllegalArgumentException if the name has another form or no family is called so
     * @throws BackendUnavailableException if the named device cannot be used here; the message gives reason and remedy
     */
    public static Backend open(String name, BackendOptions options, Consumer<String> log) {
        return selection().open(name, options, log);
    }

    /**
     * Who computes a workload in the shortest time: what an earlier measurement on this machine has kept, else a measurement
     * of about a quarter of a minute on every usable device and several numbers of threads, which is kept in the user's cache folder.
     * Devices whose results differ from the scalar backend's bits are left out.
     *
     * @param log receives a line where the kept one does not hold, and where the new one is kept
     * @throws BackendUnavailableException if no device can be used
     */
    public static Fastest fastest(Workload workload, Consumer<String> log) {
        MeasuredChoice choice = measuredChoice(log);
        return choice.kept(workload).orElseGet(() -> choice.measure(workload));
    }

    /**
     * Of each workload what an earlier measurement on this machine has kept and still holds; those without are left out. Nothing is
     * measured.
     *
     * @param log receives a line for each that does not hold
     */
    public static List<Fastest> kept(List<? extends Workload> workloads, Consumer<String> log) {
        MeasuredChoice choice = measuredChoice(log);
        return workloads.stream()
                .flatMap(workload -> choice.kept(workload).stream())
                .toList();
    }

    /** As {@link #fastest}, but measures even where an answer is kept, and replaces it. */
    public static Fastest measure(Workload workload, Consumer<String> log) {
        return measuredChoice(log).measure(workload);
    }

    /**
     * Opens the backend that is kept as the {@linkplain #fastest fastest} for a workload, with its number of threads, and reports
     * it in one line. Where none is kept, or it cannot be opened, this is {@code auto}: nothing is measured.
     *
     * @throws BackendUnavailableException if no device can be used
     */
    public static Backend openFor(Workload workload, Consumer<String> log) {
        return measuredChoice(log).open(workload);
    }

    private static MeasuredChoice measuredChoice(Consumer<String> log) {
        return new MeasuredChoice(selection(), ProfileStore.ofUser(log), log, BUDGET);
    }

    private static BackendSelection selection() {
        ProviderScan scan =
                ProviderScan.of(ServiceLoader.load(BackendProvider.class, BackendProvider.class.getClassLoader()));
        return new BackendSelection(scan.providers(), scan.problems(), SelfTest::run);
    }
}
