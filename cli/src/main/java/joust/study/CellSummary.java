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
 * @param spreads of the study's metrics over the seeds; none for a metric that no run has a finite value of
 * @param published what others reached
 */
public record CellSummary(
        StudyCell cell,
        int runs,
        int diverged,
        int capped,
        Map<String, MetricSpread> spreads,
        Optional<PublishedFigures> published) {

    /** Summarises results in the order of the seeds. */
    static CellSummary of(StudyCell cell, List<RunResult> results, List<String> metrics) {
        Map<String, MetricSpread> spreads = new LinkedHashMap<>();
        for (String metric : metrics) {
            double[] values = results.stream()
                    .mapToDouble(result -> result.metric(metric))
                    .filter(Double::isFinite)
                    .toArray();
            if (values.length > 0) {
                spreads.put(metric, MetricSpread.of(values));
            }
        }
        return new CellSummary(
                cell,
                results.size(),
                count(results, RunResult.Outcome.DIVERGED),
                count(results, RunResult.Outcome.CAPPED),
                spreads,
                PublishedFigures.of(cell.config()));
    }

    private static int count(List<RunResult> results, RunResult.Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** A metric's mean, interval and ends. */
    public Optional<MetricSpread> spread(String metric) {
        return Optional.ofNullable(spreads.get(metric));
    }

    /** A metric's mean and interval. */
    public Optional<BootstrapInterval> interval(String metric) {
        return spread(metric).map(MetricSpread::interval);
    }

    /** How many runs ended with networks that could be judged. */
    public int judged() {
        return runs - diverged;
    }

    /** A metric as published. */
    public Optional<PublishedFigures.Figure> published(String metric) {
        return published.flatMap(figures -> figures.of(metric));
    }
}
