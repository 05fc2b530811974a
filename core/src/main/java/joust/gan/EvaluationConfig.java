package joust.gan;

import java.util.List;
import joust.backend.NearestName;
import org.jspecify.annotations.Nullable;

/**
 * How a run is judged on its way, which has no part in what it computes but for its end: see {@code patience}.
 *
 * @param every steps from one evaluation to the next, a multiple of the log's; 0 for none before the end
 * @param samples no metric on the way uses more, at least {@link Evaluation#FEWEST_SAMPLES}; the end has no such limit
 * @param metric the name of the metric that the best checkpoint is chosen by; null for none
 * @param patience so many evaluations in a row that do not improve the metric end the run; 0 for no such end
 */
public record EvaluationConfig(
        @Default("0") int every,
        @Default("2000") int samples,
        @Default("null") @Nullable String metric,
        @Default("0") int patience) {
    /** Nothing before the end. */
    public static final EvaluationConfig AT_THE_END = new EvaluationConfig(0, 2_000, null, 0);

    public EvaluationConfig {
        Check.atLeast(0, "every", every);
        Check.atLeast(Evaluation.FEWEST_SAMPLES, "samples", samples);
        Check.atLeast(0, "patience", patience);
        if (metric != null) {
            requireOneOf(Metric.ranking(List.of(Metric.values())), "metric", metric);
            Check.require(every > 0, "metric", metric, "none, as every is 0: there is nothing to compare");
        }
        Check.require(patience == 0 || metric != null, "patience", patience, "0 without a metric");
    }

    /** Throws unless a name is one of those known, at least one. */
    static void requireOneOf(List<String> known, String key, String name) {
        if (!known.contains(name)) {
            throw new ConfigException(
                    key,
                    name,
                    "one of " + String.join(", ", known) + "; the nearest is " + NearestName.of(name, known));
        }
    }

    /** Whether a step is one of those after which the run is judged; the last one of a run may be none of them. */
    public boolean isDue(long step) {
        return every > 0 && step % every == 0;
    }
}
