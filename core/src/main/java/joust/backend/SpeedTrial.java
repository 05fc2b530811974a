package joust.backend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Times a workload on every usable device and several numbers of threads. All take turns, a slice of time each, so that what
 * else the machine does meets all alike; the first half of the turns warms up, of the others the median counts.
 */
final class SpeedTrial {
    private static final int TURNS = 10;
    private static final int TURNS_AT_LEAST = 4;
    /** How much longer than planned slow workloads may take before turns are left out. */
    private static final int PATIENCE = 3;

    private final TrustedOpener opener;
    private final Workload workload;
    private final LongSupplier clock;
    private final List<Entrant> entrants = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();

    /** One backend with the workload on it. */
    private static final class Entrant {
        final Backend backend;
        final List<Double> seconds = new ArrayList<>();
        Workload.@Nullable Work work;

        Entrant(Backend backend) {
            this.backend = backend;
        }

        void close() {
            if (work != null) {
                work.close();
            }
            backend.close();
        }
    }

    /**
     * @param clock nanoseconds
     */
    SpeedTrial(TrustedOpener opener, Workload workload, LongSupplier clock) {
        this.opener = opener;
        this.workload = workload;
        this.clock = clock;
    }

    /**
     * Runs it.
     *
     * @param budget about how long all may take together, in nanoseconds
     * @throws BackendUnavailableException if no device can be used
     */
    Fastest run(List<BackendFamily> families, long budget) {
        try {
            families.forEach(this::enter);
            takeTurns(budget);
            List<Fastest.Timing> timings = entrants.stream()
                    .map(SpeedTrial::timing)
                    .sorted(Comparator.comparingDouble(Fastest.Timing::seconds))
                    .toList();
            if (timings.isEmpty()) {
                throw new BackendUnavailableException("no backend can be used here. " + String.join(". ", excluded));
            }
            return new Fastest(workload.name(), timings, excluded);
        } finally {
            entrants.forEach(Entrant::close);
        }
    }

    private void enter(BackendFamily family) {
        family.problems().forEach(problem -> excluded.add(family.name() + ": " + problem));
        for (Discovery.Device device : family.devices()) {
            int processors = Runtime.getRuntime().availableProcessors();
            int most = enter(family, device, processors);
            for (int threads : threadCounts(most)) {
                enter(family, device, threads);
            }
        }
    }

    /** Numbers below the most: the cores, where processors share them, and powers of two. */
    private static NavigableSet<Integer> threadCounts(int most) {
        NavigableSet<Integer> counts = new TreeSet<>(List.of(HostProcessor.cores()));
        for (int threads = 1; threads < most; threads *= 2) {
            counts.add(threads);
        }
        return counts.headSet(most, false);
    }

    /** The number of threads that compute where that many were asked for; 0 where the device cannot be used. */
    private int enter(BackendFamily family, Discovery.Device device, int threads) {
        BackendProvider provider = opener.provider(family.name()).orElseThrow();
        try {
            Entrant entrant = new Entrant(
                    opener.open(provider, BackendName.parse(device.name()), BackendOptions.threads(threads)));
            entrants.add(entrant);
            if (isExact(entrant.backend)) {
                entrant.work = workload.prepare(entrant.backend);
                return entrant.backend.threads();
            }
            exclude(entrant, "its arithmetic is " + entrant.backend.arithmetic().label() + ", so its results differ");
        } catch (BackendUnavailableException e) {
            excluded.add(device.name() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            exclude(entrants.getLast(), "it broke off: " + e);
        }
        return 0;
    }

    private static boolean isExact(Backend backend) {
        return backend.arithmetic() == Arithmetic.FMA || backend.arithmetic() == Arithmetic.MULTIPLY_ADD;
    }

    private void exclude(Entrant entrant, String reason) {
        excluded.add(entrant.backend.name() + ": " + reason);
        entrants.remove(entrant);
        entrant.close();
    }

    private void takeTurns(long budget) {
        long start = clock.getAsLong();
        for (int turn = 0; turn < TURNS && !entrants.isEmpty(); turn++) {
            if (turn >= TURNS_AT_LEAST && clock.getAsLong() - start > PATIENCE * budget) {
                return;
            }
            long slice = budget / TURNS / entrants.size();
            for (Entrant entrant : List.copyOf(entrants)) {
                try {
                    entrant.seconds.add(turn(entrant, slice));
                } catch (RuntimeException e) {
                    exclude(entrant, "it broke off: " + e);
                }
            }
        }
    }

    /** Seconds for the workload once. */
    private double turn(Entrant entrant, long slice) {
        long start = clock.getAsLong();
        long runs = 0;
        Workload.Work work = entrant.work;
        while (work != null && (runs == 0 || clock.getAsLong() - start < slice)) {
            work.run();
            runs++;
        }
        entrant.backend.synchronize();
        return (clock.getAsLong() - start) / 1e9 / runs;
    }

    private static Fastest.Timing timing(Entrant entrant) {
        List<Double> all = entrant.seconds;
        List<Double> warm =
                all.subList(all.size() / 2, all.size()).stream().sorted().toList();
        Backend backend = entrant.backend;
        return new Fastest.Timing(backend.name(), backend.threads(), backend.device(), warm.get(warm.size() / 2));
    }
}
