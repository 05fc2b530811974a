package joust.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A workload whose time is given for each backend and passes on a clock of its own; it counts what is prepared. */
final class PacedWorkload implements Workload {
    private final Map<String, Long> paces = new HashMap<>();
    private final List<String> runs = new ArrayList<>();
    private int prepared;
    private long now;
    private int slowRuns;

    /** Sets nanoseconds for a backend, such as {@code simd 2}; negative ones are a failure. */
    PacedWorkload pace(String contender, long nanoseconds) {
        paces.put(contender, nanoseconds);
        return this;
    }

    /** The first runs of each backend take ten times as long. */
    PacedWorkload slowAtFirst(int count) {
        slowRuns = count;
        return this;
    }

    long now() {
        return now;
    }

    /** Who ran, in order. */
    List<String> runs() {
        return runs;
    }

    /** How many have been prepared and not closed. */
    int prepared() {
        return prepared;
    }

    @Override
    public String name() {
        return "a test";
    }

    @Override
    public String signature() {
        return "test";
    }

    @Override
    public Work prepare(Backend backend) {
        String contender = backend.name() + " " + backend.threads();
        long pace = paces.getOrDefault(contender, 1000L);
        prepared++;
        return new Work() {
            private int done;

            @Override
            public void run() {
                if (pace < 0) {
                    throw new BackendException("device lost");
                }
                runs.add(contender);
                now += done++ < slowRuns ? 10 * pace : pace;
            }

            @Override
            public void close() {
                prepared--;
            }
        };
    }
}
