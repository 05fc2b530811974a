package joust.backend;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Opens devices, and closes those again that do not compute what the reference computes. */
final class TrustedOpener {
    private static final String REFERENCE = "scalar";

    private final List<BackendProvider> providers;
    private final BiFunction<Backend, Backend, SelfTest.Verdict> selfTest;

    TrustedOpener(List<BackendProvider> providers, BiFunction<Backend, Backend, SelfTest.Verdict> selfTest) {
        this.providers = providers;
        this.selfTest = selfTest;
    }

    /** The provider of a family. */
    Optional<BackendProvider> provider(String family) {
        return providers.stream()
                .filter(provider -> provider.name().equals(family))
                .findFirst();
    }

    /**
     * Opens a device and tests it.
     *
     * @throws BackendUnavailableException if it does not open or computes something else
     */
    Backend open(BackendProvider provider, BackendName name, BackendOptions options) {
        Backend candidate = CheckedBackend.wrap(openRaw(provider, name, options));
        if (name.family().equals(REFERENCE)) {
            return candidate;
        }
        try {
            test(name, candidate);
            return candidate;
        } catch (BackendUnavailableException e) {
            close(candidate, e);
            throw e;
        }
    }

    private static Backend openRaw(BackendProvider provider, BackendName name, BackendOptions options) {
        try {
            return provider.open(name, options);
        } catch (BackendUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new BackendUnavailableException(
                    "backend " + name + " cannot be opened: " + e + "; see joust doctor, or use " + REFERENCE, e);
        }
    }

    private void test(BackendName name, Backend candidate) {
        SelfTest.Verdict verdict;
        try (Backend reference = reference(name)) {
            verdict = selfTest.apply(candidate, reference);
        } catch (BackendUnavailableException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new BackendUnavailableException(
                    "backend " + name + " broke off its self-test: " + e + "; report it, and use " + REFERENCE, e);
        }
        if (!verdict.passed()) {
            throw new BackendUnavailableException(
                    "backend " + name + " failed its self-test: " + verdict + "; report it, and use " + REFERENCE);
        }
    }

    private Backend reference(BackendName name) {
        BackendProvider provider = provider(REFERENCE)
                .orElseThrow(() -> new BackendUnavailableException("backend " + name
                        + " cannot be tested: the provider of " + REFERENCE
                        + " was not found; where jars are merged, merge META-INF/services/"
                        + BackendProvider.class.getName() + " too"));
        return CheckedBackend.wrap(provider.open(BackendName.parse(REFERENCE), BackendOptions.DEFAULT));
    }

    private static void close(Backend candidate, RuntimeException failure) {
        try {
            candidate.close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
