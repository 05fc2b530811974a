package joust.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a run.
 *
 * @param steps the steps reached
 * @param seconds how long it trained
 * @param arithmetic how the backend rounds
 * @param metrics the values of {@link #METRICS}, NaN where there is none; empty if it diverged
 */
public record RunResult(Outcome outcome, long steps, double seconds, String arithmetic, Map<String, Double> metrics) {
    /** What is compared: the keys of {@code metrics.json}. */
    public static final List<String> METRICS = List.of("modes", "modesStrict", "highQuality", "reverseKl");

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
