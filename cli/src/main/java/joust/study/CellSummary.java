package joust.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import joust.metrics.BootstrapInterval;

/**
 * What a cell's runs reached together.
 *
 * @param runs how many have a result
 * @param diverged how many of them diverged: they have no part in the intervals
 * @param capped how many were ended by the time
 * @param intervals means over the seeds by metric; none for a metric that no run has a finite value of
 * @param published what others reached
 */
public record CellSummary(
        StudyCell cell,
        int runs,
        int diverged,
        int capped,
        Map<String, BootstrapInterval> intervals,
        Optional<PublishedFigures> published) {

    /** Summarises results in the order of the seeds. */
    static CellSummary of(StudyCell cell, List<RunResult> results) {
        Map<String, BootstrapInterval> intervals = new LinkedHashMap<>();
        for (String metric : RunResult.METRICS) {
            double[] values = results.stream()
                    .mapToDouble(result -> result.metric(metric))
                    .filter(Double::isFinite)
                    .toArray();
            if (values.length > 0) {
                intervals.put(metric, BootstrapInterval.of(values));
            }
        }
        return new CellSummary(
                cell,
                results.size(),
                count(results, RunResult.Outcome.DIVERGED),
                count(results, RunResult.Outcome.CAPPED),
                intervals,
                PublishedFigures.of(cell.config()));
    }

    private static int count(List<RunResult> results, RunResult.Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** A metric's mean and interval. */
    public Optional<BootstrapInterval> interval(String metric) {
        return Optional.ofNullable(intervals.get(metric));
    }

    /** A metric as published. */
    public Optional<PublishedFigures.Figure> published(String metric) {
        return published.flatMap(figures -> figures.of(metric));
    }
}
