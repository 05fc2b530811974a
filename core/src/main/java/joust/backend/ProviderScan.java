package joust.backend;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The providers that could be loaded, and why others could not.
 *
 * @param providers in the loader's order, which is not stable
 * @param problems one for each that failed, with its cause
 */
record ProviderScan(List<BackendProvider> providers, List<Discovery.Problem> problems) {
    /** The loader goes on behind a provider that fails; only a loader that fails for ever ends the scan. */
    private static final int FAILURES_AT_MOST = 100;

    static ProviderScan of(ServiceLoader<BackendProvider> loader) {
        List<BackendProvider> providers = new ArrayList<>();
        List<Discovery.Problem> problems = new ArrayList<>();
        Iterator<BackendProvider> iterator = loader.iterator();
        boolean more = true;
        while (more && problems.size() < FAILURES_AT_MOST) {
            try {
                more = iterator.hasNext();
                if (more) {
                    providers.add(iterator.next());
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(new Discovery.Problem(
                        "a provider could not be loaded: " + e,
                        "use jars of one Joust version, and start Java with --add-modules jdk.incubator.vector",
                        e));
            }
        }
        return new ProviderScan(providers, problems);
    }
}
