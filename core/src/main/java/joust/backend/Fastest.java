package joust.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who computed a workload in the shortest time, and how long the others took.
 *
 * @param workload in words
 * @param timings at least one, the fastest first
 * @param excluded why other devices were not timed
 */
public record Fastest(String workload, List<Timing> timings, List<String> excluded) {
    /**
     * The time of one backend.
     *
     * @param backend its name
     * @param threads how many threads computed
     * @param device it in words
     * @param seconds for the workload once, a median
     */
    public record Timing(String backend, int threads, String device, double seconds) {
        /** The backend and its threads, such as {@code simd on 2 threads}. */
        public String contender() {
            return backend + " on " + threads + (threads == 1 ? " thread" : " threads");
        }
    }

    /** Copies the lists. */
    public Fastest {
        timings = List.copyOf(timings);
        excluded = List.copyOf(excluded);
        if (timings.isEmpty()) {
            throw new IllegalArgumentException("timings: none, expected at least one");
        }
    }

    /** The one to use. */
    public Timing best() {
        return timings.getFirst();
    }

    /** What to open it with. */
    public BackendOptions options() {
        return BackendOptions.threads(best().threads());
    }

    /** In one line: the fastest, its time, and how many times as long each other took. */
    public String summary() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%s took %.3g ms for %s", best().contender(), 1e3 * best().seconds(), workload));
        for (Timing other : timings.subList(1, timings.size())) {
            text.append(String.format(
                    Locale.ROOT, "; %s %.2f times as long", other.contender(), other.seconds() / best().seconds()));
        }
        return text.toString();
    }

    /** As text for a profile. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < timings.size(); i++) {
            Timing timing = timings.get(i);
            values.put("timing." + i + ".backend", timing.backend());
            values.put("timing." + i + ".threads", Integer.toString(timing.threads()));
            values.put("timing." + i + ".device", timing.device());
            values.put("timing." + i + ".seconds", Double.toString(timing.seconds()));
        }
        for (int i = 0; i < excluded.size(); i++) {
            values.put("excluded." + i, excluded.get(i));
        }
        return values;
    }

    /**
     * What {@link #values} gave.
     *
     * @throws IllegalArgumentException if they are not such values
     */
    static Fastest of(String workload, Map<String, String> values) {
        List<Timing> timings = new ArrayList<>();
        for (String backend = values.get("timing.0.backend"); backend != null; ) {
            String prefix = "timing." + timings.size() + ".";
            timings.add(new Timing(
                    backend,
                    Integer.parseInt(values.getOrDefault(prefix + "threads", "none")),
                    values.getOrDefault(prefix + "device", ""),
                    Double.parseDouble(values.getOrDefault(prefix + "seconds", "none"))));
            backend = values.get("timing." + timings.size() + ".backend");
        }
        List<String> excluded = new ArrayList<>();
        for (String reason = values.get("excluded.0"); reason != null; ) {
            excluded.add(reason);
            reason = values.get("excluded." + excluded.size());
        }
        return new Fastest(workload, timings, excluded);
    }
}
