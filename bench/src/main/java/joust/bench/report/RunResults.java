package joust.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one run.
 *
 * @param facts what they hold for
 * @param figures in the order of the suites and cases
 */
public record RunResults(RunFacts facts, List<Figure> figures) {
    /** Copies the list. */
    public RunResults {
        figures = List.copyOf(figures);
    }

    /** The figures of each case, fastest first, in the order in which the cases first appear. */
    public Map<String, List<Figure>> cases() {
        Map<String, List<Figure>> cases = new LinkedHashMap<>();
        figures.forEach(figure -> cases.computeIfAbsent(figure.title(), title -> new ArrayList<>())
                .add(figure));
        cases.values().forEach(list -> list.sort((a, b) -> Double.compare(b.ratioTo(a), 1)));
        return cases;
    }

    /** The scalar backend in a case. */
    static Optional<Figure> scalar(List<Figure> ofOneCase) {
        return ofOneCase.stream().filter(Figure::isScalar).findFirst();
    }

    /** The fastest of the other libraries on as many threads, or of all for a device, in a case that is sorted. */
    static Optional<Figure> bestPeer(List<Figure> ofOneCase, Figure figure) {
        return ofOneCase.stream()
                .filter(other -> other.isPeer() && (figure.isDevice() || other.threads() == figure.threads()))
                .findFirst();
    }
}
