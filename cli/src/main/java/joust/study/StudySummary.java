package joust.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A study's table.
 *
 * @param cells in the plan's order
 * @param results by run
 */
public record StudySummary(
        StudyConfig study, StudyPlan plan, List<CellSummary> cells, Map<StudyRun, RunResult> results) {
    /** Summarises the results that there are. */
    public static StudySummary of(StudyConfig study, StudyPlan plan, Map<StudyRun, RunResult> results) {
        List<CellSummary> cells = plan.cells().stream()
                .map(cell -> CellSummary.of(
                        cell,
                        plan.seeds().stream()
                                .map(seed -> results.get(new StudyRun(cell, seed)))
                                .filter(Objects::nonNull)
                                .toList(),
                        study.metrics()))
                .toList();
        return new StudySummary(study, plan, cells, Map.copyOf(results));
    }

    /** How many runs have no result yet. */
    public int missing() {
        return plan.runs().size() - results.size();
    }

    /** How many of all runs ended so. */
    public int count(RunResult.Outcome outcome) {
        return (int) results.values().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }
}
