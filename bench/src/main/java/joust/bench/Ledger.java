package joust.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import joust.bench.report.Figure;

/**
 * What has been timed so far, in calls a second. Peaks belong to a scope, the case that they were measured beside; in a run
 * that measures them once, all cases share one.
 */
final class Ledger {
    private final Map<Entry, List<Timing>> timings = new LinkedHashMap<>();
    private final Map<Contender, String> failures = new LinkedHashMap<>();

    private record Entry(int scope, Contender contender) {}

    void add(int scope, Contender contender, Timing timing) {
        timings.computeIfAbsent(new Entry(scope, contender), entry -> new ArrayList<>())
                .add(timing);
    }

    /** From now on there is no figure of it, whatever it did before. */
    void fail(Contender contender, String reason) {
        failures.putIfAbsent(contender, reason);
    }

    boolean failed(Contender contender) {
        return failures.containsKey(contender);
    }

    /** One line for each contender that could not be timed. */
    Set<String> failures() {
        Set<String> lines = new TreeSet<>();
        failures.forEach((contender, reason) -> lines.add(contender.title() + ": " + reason));
        return lines;
    }

    /** Whether one of Joust's own backends could not be timed; other libraries may be missing. */
    boolean joustFailed() {
        return failures.keySet().stream()
                .anyMatch(contender -> contender.work().implementation().startsWith("joust-"));
    }

    /** The figure of a contender, beside the peaks of a scope. */
    Optional<Figure> figure(int scope, Contender contender) {
        List<Timing> own = timings.get(new Entry(scope, contender));
        if (own == null || failed(contender)) {
            return Optional.empty();
        }
        return Optional.of(figure(contender, own, peak(scope, contender)));
    }

    /** The peaks of the machine, over all scopes. */
    Stream<Figure> machine() {
        Map<Contender, List<Timing>> all = new LinkedHashMap<>();
        timings.forEach((entry, some) -> {
            if (entry.contender().isMachine()) {
                all.computeIfAbsent(entry.contender(), contender -> new ArrayList<>())
                        .addAll(some);
            }
        });
        return all.entrySet().stream().map(entry -> figure(entry.getKey(), entry.getValue(), Double.NaN));
    }

    private static Figure figure(Contender contender, List<Timing> timings, double peak) {
        Work work = contender.work();
        return new Figure(
                work.suite().word(),
                work.what(),
                work.implementation(),
                contender.threads(),
                work.unit(),
                timings.stream()
                        .map(timing -> work.inUnit(timing.callsPerSecond()))
                        .toList(),
                timings.stream().map(timing -> work.inUnit(timing.fastest())).toList(),
                peak,
                work.flopsPerByte(),
                timings.getFirst().launches());
    }

    /** Of a peak that was measured once or twice, what was possible; of more the median, as of everything else. */
    private static double typical(List<Timing> timings) {
        List<Double> values = timings.stream().map(Timing::callsPerSecond).toList();
        return values.size() < 3 ? Collections.max(values) : Figure.median(values);
    }

    /** What the peak allows, in the contender's own unit: its calls a second if nothing else took time. */
    private double peak(int scope, Contender contender) {
        Function<Contender, List<Timing>> measured = machine -> timings.get(new Entry(scope, machine));
        return ComparedCase.peakOf(contender)
                .filter(machine -> measured.apply(machine) != null)
                .map(machine -> {
                    double perSecond = machine.work().perCall() * typical(measured.apply(machine));
                    Work work = contender.work();
                    return work.inUnit(perSecond / work.limit().perCall());
                })
                .orElse(Double.NaN);
    }
}
