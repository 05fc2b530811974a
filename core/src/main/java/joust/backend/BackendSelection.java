package joust.backend;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens backends by name, and hands the name {@code auto} to {@link AutoSelection}. */
final class BackendSelection {
    /** Families that Joust has, and the modules that bring them. */
    private static final Map<String, String> MODULES = Map.of("simd", "joust-simd", "opencl", "joust-opencl");

    private final List<BackendProvider> providers;
    private final List<Discovery.Problem> unloadable;
    private final TrustedOpener opener;

    /** With the providers found, why others were not, and the test of a candidate against the reference. */
    BackendSelection(
            List<BackendProvider> providers,
            List<Discovery.Problem> unloadable,
            BiFunction<Backend, Backend, SelfTest.Verdict> selfTest) {
        this.providers = providers;
        this.unloadable = unloadable;
        this.opener = new TrustedOpener(providers, selfTest);
    }

    /** All families, best first. */
    List<BackendFamily> families() {
        Stream<BackendFamily> loaded = providers.stream().map(BackendSelection::discover);
        Stream<BackendFamily> broken =
                unloadable.stream().map(problem -> new BackendFamily("unknown", Discovery.missing(problem)));
        return Stream.concat(loaded, broken)
                .sorted(Comparator.comparingDouble(BackendFamily::score)
                        .reversed()
                        .thenComparing(BackendFamily::name))
                .toList();
    }

    private static BackendFamily discover(BackendProvider provider) {
        try {
            return new BackendFamily(provider.name(), provider.discover());
        } catch (RuntimeException | LinkageError e) {
            String remedy = "report it with the output of joust doctor";
            return new BackendFamily(
                    provider.name(), Discovery.missing(new Discovery.Problem("its provider failed: " + e, remedy, e)));
        }
    }

    /** Opens {@code auto} or a named device. */
    Backend open(String text, BackendOptions options, Consumer<String> log) {
        BackendName name = BackendName.parse(text);
        Backend opened;
        if (!name.family().equals(Backends.AUTO)) {
            opened = open(name, options);
        } else if (name.device() < 0 && name.mode().isEmpty()) {
            opened = new AutoSelection(families(), opener).open(options, log);
        } else {
            throw new IllegalArgumentException(
                    "backend: '" + text + "', expected auto without a device and without a mode");
        }
        if (options.threads() > opened.threads()) {
            log.accept(opened.name() + " computes on " + opened.threads()
                    + (opened.threads() == 1 ? " thread" : " threads") + "; " + options.threads() + " were asked for");
        }
        return opened;
    }

    /** Times a workload for about that many nanoseconds. */
    Fastest measure(Workload workload, long budget) {
        return new SpeedTrial(opener, workload, System::nanoTime).run(families(), budget);
    }

    private Backend open(BackendName name, BackendOptions options) {
        BackendProvider provider = opener.provider(name.family()).orElseThrow(() -> notFound(name));
        BackendFamily family = discover(provider);
        if (family.devices().isEmpty()) {
            throw unavailable(name, family.problems());
        }
        if (name.device() >= family.devices().size()) {
            throw new BackendUnavailableException("backend " + name + " is not available here; found "
                    + family.devices().stream()
                            .map(device -> device.name() + " (" + device.description() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return opener.open(provider, name, options);
    }

    private RuntimeException notFound(BackendName name) {
        String module = MODULES.get(name.family());
        if (module != null && unloadable.isEmpty()) {
            return new BackendUnavailableException(
                    "backend " + name + " is not available here: " + module + " is not on the class path; add its jar");
        }
        if (module != null) {
            return unavailable(name, unloadable);
        }
        Set<String> known = new TreeSet<>(MODULES.keySet());
        known.add(Backends.AUTO);
        providers.forEach(provider -> known.add(provider.name()));
        return new IllegalArgumentException("backend: '" + name + "' is unknown, expected one of "
                + String.join(", ", known) + nearest(name.family(), known));
    }

    private static String nearest(String word, Collection<String> known) {
        return NearestName.ofSlip(word, known)
                .map(meant -> "; did you mean " + meant + "?")
                .orElse("");
    }

    private static BackendUnavailableException unavailable(BackendName name, List<Discovery.Problem> problems) {
        String reasons = problems.stream().map(Discovery.Problem::toString).collect(Collectors.joining(". "));
        BackendUnavailableException exception =
                new BackendUnavailableException("backend " + name + " is not available here: " + reasons);
        for (Discovery.Problem problem : problems) {
            if (problem.cause() != null) {
                exception.addSuppressed(problem.cause());
            }
        }
        return exception;
    }
}
