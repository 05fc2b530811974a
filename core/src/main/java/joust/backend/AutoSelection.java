package joust.backend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes the device with the highest score that opens and passes the self-test, and says why nothing else. */
final class AutoSelection {
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

    private record Candidate(BackendFamily family, Discovery.Device device) {}

    private final List<BackendFamily> families;
    private final TrustedOpener opener;
    private final List<String> reasons = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    AutoSelection(List<BackendFamily> families, TrustedOpener opener) {
        this.families = families;
        this.opener = opener;
    }

    /**
     * Opens the best device and reports in one line.
     *
     * @throws BackendUnavailableException if none can be used
     */
    Backend open(BackendOptions options, Consumer<String> log) {
        Discovery.Device chosen = null;
        Backend opened = null;
        for (Candidate candidate : candidates()) {
            Discovery.Device device = candidate.device();
            if (chosen != null) {
                reasons.add("Not " + device.name() + ": by its kind expected to be no faster (" + device.score()
                        + " times scalar, " + chosen.name() + " " + chosen.score() + ")");
            } else {
                opened = tryToOpen(candidate, options);
                chosen = opened == null ? null : device;
            }
        }
        families.forEach(this::addProblems);
        if (opened == null || chosen == null) {
            throw nothingUsable();
        }
        log.accept(inOneLine("auto chose " + chosen.name() + " (" + opened.device() + ", arithmetic "
                + opened.arithmetic().label() + "). " + String.join(". ", reasons)));
        return opened;
    }

    private static String inOneLine(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ").strip();
    }

    private Stream<Candidate> all() {
        return families.stream()
                .flatMap(family -> family.devices().stream().map(device -> new Candidate(family, device)));
    }

    private List<Candidate> candidates() {
        return all().sorted(Comparator.<Candidate>comparingDouble(
                                candidate -> candidate.device().score())
                        .reversed()
                        .thenComparing(candidate -> candidate.device().name()))
                .toList();
    }

    private @Nullable Backend tryToOpen(Candidate candidate, BackendOptions options) {
        String name = candidate.device().name();
        BackendProvider provider = opener.provider(candidate.family().name()).orElseThrow();
        try {
            return opener.open(provider, BackendName.parse(name), options);
        } catch (BackendUnavailableException e) {
            reasons.add("Not " + name + ": " + e.getMessage());
            causes.add(e);
            return null;
        }
    }

    private void addProblems(BackendFamily family) {
        for (Discovery.Problem problem : family.problems()) {
            reasons.add("Not " + family.name() + ": " + problem);
            if (problem.cause() != null) {
                causes.add(problem.cause());
            }
        }
    }

    private BackendUnavailableException nothingUsable() {
        BackendUnavailableException exception = new BackendUnavailableException(
                reasons.isEmpty()
                        ? "no backend was found; where jars are merged, merge META-INF/services/"
                                + BackendProvider.class.getName() + " too"
                        : "no backend can be used here. " + String.join(". ", reasons));
        causes.forEach(exception::addSuppressed);
        return exception;
    }
}
