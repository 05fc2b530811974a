package joust.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In which order JVMs are started, and what each of them times. */
final class RunSchedule {
    /**
     * A JVM's start, its first calls and the check of the results. Steps that come before the timed ones are not counted: how long
     * they take is what the run is to tell.
     */
    private static final double SECONDS_TO_START = 1;

    private final List<Unit> units = new ArrayList<>();
    private final RunOptions options;

    private RunSchedule(RunOptions options) {
        this.options = options;
    }

    /**
     * What runs in one JVM.
     *
     * @param scope the case whose peaks these are
     * @param contenders in order
     * @param seconds how long that takes, about
     */
    record Unit(int scope, List<Contender> contenders, double seconds) {}

    /** The schedule of a run. */
    static List<Unit> of(List<ComparedCase> cases, RunOptions options) {
        RunSchedule schedule = new RunSchedule(options);
        int forks = options.jmh().forks(options.quick());
        if (options.quick()) {
            schedule.shared(cases, forks);
        } else {
            schedule.separate(cases, forks);
        }
        return schedule.units;
    }

    /**
     * Within a case every fork of everyone, the peaks among them, runs before the next fork of anyone: a machine that slows
     * down slows all of them.
     */
    private void separate(List<ComparedCase> cases, int forks) {
        for (int scope = 0; scope < cases.size(); scope++) {
            for (int fork = 0; fork < forks; fork++) {
                for (Contender contender : cases.get(scope).machine()) {
                    add(scope, List.of(contender), 0);
                }
                for (Contender contender : cases.get(scope).contenders()) {
                    add(scope, List.of(contender), 0);
                }
            }
        }
    }

    /** One JVM for everything that one implementation does in one suite; the peaks before all and after. */
    private void shared(List<ComparedCase> cases, int forks) {
        List<Contender> machine = cases.stream()
                .flatMap(compared -> compared.machine().stream())
                .distinct()
                .toList();
        Map<String, List<Contender>> together = new LinkedHashMap<>();
        for (ComparedCase compared : cases) {
            for (Contender contender : compared.contenders()) {
                String key = contender.work().suite().word() + " " + contender.contestant();
                together.computeIfAbsent(key, any -> new ArrayList<>()).add(contender);
            }
        }
        add(0, machine, 1);
        for (int fork = 0; fork < forks; fork++) {
            together.values().forEach(contenders -> add(0, contenders, 1));
        }
        add(0, machine, 1);
    }

    /** With how many cases are run once more, to warm the JVM. */
    private void add(int scope, List<Contender> contenders, int again) {
        if (!contenders.isEmpty()) {
            double seconds = SECONDS_TO_START + again * seconds(contenders.getFirst());
            seconds += contenders.stream().mapToDouble(this::seconds).sum();
            units.add(new Unit(scope, contenders, seconds));
        }
    }

    private double seconds(Contender contender) {
        return options.jmh().seconds(contender, options.quick());
    }
}
