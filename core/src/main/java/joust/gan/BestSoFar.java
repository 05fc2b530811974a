package joust.gan;

import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which evaluation of a run is the best by its metric. It knows nothing but the evaluations it was told of, so a run that goes on from a
 * checkpoint tells it those of the log and has the same answers as one that was never stopped. Step 0 is no candidate: nothing has been
 * learned there.
 */
public final class BestSoFar {
    private final Metric metric;
    private final EvaluationConfig config;
    private final long patientFrom;
    private double score = Double.POSITIVE_INFINITY;
    private double endScore = Double.POSITIVE_INFINITY;
    private long step = -1;
    private long end = -1;
    private int waited;

    /**
     * Before the first evaluation.
     *
     * @param patientFrom evaluations up to this step do not count as in vain: 0, or where a run that had ended by its metric was told
     *     to go on
     * @throws IllegalArgumentException if the configuration names no metric
     */
    public BestSoFar(EvaluationConfig config, long patientFrom) {
        this.patientFrom = patientFrom;
        this.metric = Metric.of(String.valueOf(config.metric()))
                .orElseThrow(() -> new IllegalArgumentException("metric: none, expected one to compare by"));
        this.config = config;
    }

    /** What is compared. */
    public Metric metric() {
        return metric;
    }

    /**
     * Takes note of an evaluation. One that was due only because the run was to end there counts for nothing but that end.
     *
     * @param at steps done, ascending from call to call
     * @param value of the metric; NaN improves nothing
     */
    public void add(long at, double value) {
        double found = metric.score(value);
        if (at == 0) {
            return;
        }
        if (!config.isDue(at)) {
            end = at;
            endScore = found;
        } else if (found < score) {
            score = found;
            step = at;
            waited = 0;
        } else if (at > patientFrom) {
            waited++;
        }
    }

    /** The step of the best evaluation, the first of equals; empty if there is none. */
    public OptionalLong step() {
        long best = endIsBest() ? end : step;
        return best < 0 ? OptionalLong.empty() : OptionalLong.of(best);
    }

    /** Whether a step's evaluation is the best. */
    public boolean isBest(long at) {
        return at == (endIsBest() ? end : step);
    }

    /** The metric there; infinite if there is none. */
    public double value() {
        return metric.score(endIsBest() ? endScore : score);
    }

    private boolean endIsBest() {
        return endScore < score;
    }

    /** Steps whose checkpoints a run needs: the best, and what would be the best if it went on beyond its end. */
    public Set<Long> kept() {
        Set<Long> kept = new TreeSet<>();
        step().ifPresent(kept::add);
        if (step >= 0) {
            kept.add(step);
        }
        return kept;
    }

    /** Whether {@link EvaluationConfig#patience} evaluations in a row have improved nothing. */
    public boolean isExhausted() {
        return config.patience() > 0 && waited >= config.patience();
    }
}
