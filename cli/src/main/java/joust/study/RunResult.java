package joust.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a run.
 *
 * @param steps the steps reached
 * @param seconds how long it trained
 * @param arithmetic how the backend rounds
 * @param metrics all that the data allow, by their keys in {@code metrics.json}, NaN where there is no value; empty if it diverged
 */
public record RunResult(Outcome outcome, long steps, double seconds, String arithmetic, Map<String, Double> metrics) {
    /** How a run ended. */
    public enum Outcome {
        /** All steps are done: the result is the same on every machine. */
        COMPLETE,
        /** The time was up: what was reached depends on the machine. */
        CAPPED,
        /** A loss or gradient was no longer finite: a failure of the cell, and part of the study's result. */
        DIVERGED
    }

    public RunResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** A metric's value; NaN where there is none. */
    public double metric(String name) {
        return metrics.getOrDefault(name, Double.NaN);
    }
}
