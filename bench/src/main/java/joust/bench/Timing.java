package joust.bench;

import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a fork found.
 *
 * @param callsPerSecond of the benchmark
 * @param fastest of its iterations, in calls a second: what it did while nothing disturbed it
 * @param launches kernels that a device was given in each call, or NaN where none was or nobody counted
 */
record Timing(double callsPerSecond, double fastest, double launches) {
    /** What JMH found. */
    static Timing of(RunResult result) {
        Result<?> calls = result.getPrimaryResult();
        return new Timing(calls.getScore(), calls.getStatistics().getMax(), launches(result));
    }

    /** As {@link Timing#launches}, of all iterations. */
    @SuppressWarnings("rawtypes") // JMH's own.
    static double launches(RunResult result) {
        Map<String, Result> counters = result.getSecondaryResults();
        Result calls = counters.get("counted");
        Result launches = counters.get("launches");
        if (calls == null || launches == null || !(calls.getScore() > 0)) {
            return Double.NaN;
        }
        return launches.getScore() / calls.getScore();
    }

    /** In words that {@link #parse} reads back to the bit. */
    String text() {
        return String.format(Locale.ROOT, "%.17g %.17g %.17g", callsPerSecond, fastest, launches);
    }

    /** What {@link #text} wrote. */
    static Timing parse(String text) {
        String[] numbers = text.split(" ", -1);
        return new Timing(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }
}
