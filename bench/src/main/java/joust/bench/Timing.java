package joust.bench;

import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What a fork found.
 *
 * @param callsPerSecond of the benchmark
 * @param launches kernels that a device was given in each call, or NaN where none was or nobody counted
 */
record Timing(double callsPerSecond, double launches) {
    /** What JMH found. */
    static Timing of(RunResult result) {
        return new Timing(result.getPrimaryResult().getScore(), launches(result));
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
        return String.format(Locale.ROOT, "%.17g %.17g", callsPerSecond, launches);
    }

    /** What {@link #text} wrote. */
    static Timing parse(String text) {
        int space = text.indexOf(' ');
        return new Timing(Double.parseDouble(text.substring(0, space)), Double.parseDouble(text.substring(space + 1)));
    }
}
