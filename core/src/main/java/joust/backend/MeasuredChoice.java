package joust.backend;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Measures who is the fastest for a workload, keeps the answer, and opens whom a kept answer names. */
final class MeasuredChoice {
    private final BackendSelection selection;
    private final ProfileStore store;
    private final Consumer<String> log;
    private final long budget;
    private final String devices;

    /**
     * @param budget about how long a measurement takes, in nanoseconds
     */
    MeasuredChoice(BackendSelection selection, ProfileStore store, Consumer<String> log, long budget) {
        this.selection = selection;
        this.store = store;
        this.log = log;
        this.budget = budget;
        this.devices = selection.families().stream()
                .flatMap(family -> family.devices().stream())
                .map(device -> device.name() + " (" + device.description() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Devices come and go with drivers, flags and jars: with others, the answer is stale. */
    private ProfileKey key(Workload workload) {
        return ProfileKey.here("fastest", workload.signature(), devices);
    }

    /** The answer that is kept, if it holds. */
    Optional<Fastest> kept(Workload workload) {
        return store.read(key(workload)).flatMap(values -> parse(workload, values));
    }

    private Optional<Fastest> parse(Workload workload, Map<String, String> values) {
        try {
            return Optional.of(Fastest.of(workload.name(), values));
        } catch (IllegalArgumentException e) {
            log.accept("the profile of " + workload.name() + " is ignored: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Measures and keeps the answer. */
    Fastest measure(Workload workload) {
        Fastest fastest = selection.measure(workload, budget);
        ProfileKey key = key(workload);
        if (store.write(key, fastest.values())) {
            log.accept("kept in " + store.file(key).orElseThrow());
        }
        return fastest;
    }

    /** Opens whom the kept answer names, else {@code auto}. */
    Backend open(Workload workload) {
        Fastest fastest = kept(workload).orElse(null);
        if (fastest != null) {
            try {
                Backend opened = selection.open(fastest.best().backend(), fastest.options(), log);
                log.accept("auto chose " + fastest.best().contender() + " (" + opened.device() + ", arithmetic "
                        + opened.arithmetic().label() + "), which a measurement found the fastest: "
                        + fastest.summary());
                return opened;
            } catch (BackendUnavailableException e) {
                log.accept("the profile's choice cannot be used: " + e.getMessage());
            }
        }
        return selection.open(Backends.AUTO, BackendOptions.DEFAULT, log);
    }
}
