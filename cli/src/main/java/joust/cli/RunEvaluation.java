package joust.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import joust.gan.BestSoFar;
import joust.gan.Evaluation;
import joust.gan.EvaluationConfig;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.Metric;
import joust.gan.RealData;
import joust.gan.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run at the rows of the log that its configuration asks for, and at its end; one judge serves them all. Where a metric is named,
 * it ends the run that no longer improves. It comes first among listeners, so that the others can write what it measured.
 */
final class RunEvaluation implements TrainingListener, AutoCloseable {
    private final GanTrainer trainer;
    private final RealData data;
    private final EvaluationConfig config;
    private final long untilStep;
    private final List<String> columns;
    private final @Nullable BestSoFar best;
    private @Nullable Evaluation judge;
    private Map<String, Double> row = Map.of();

    /**
     * @param plan where the run is to end, and from where on its patience counts
     * @param history the rows so far, whose evaluations count as if they had been made here
     */
    RunEvaluation(GanTrainer trainer, RealData data, RunPlan plan, LogHistory history) {
        this.trainer = trainer;
        this.data = data;
        this.config = trainer.config().evaluation();
        this.untilStep = plan.untilStep();
        this.columns = columns(trainer.config(), data);
        this.best = bestOf(config, plan, history);
    }

    private static @Nullable BestSoFar bestOf(EvaluationConfig config, RunPlan plan, LogHistory history) {
        if (config.metric() == null) {
            return null;
        }
        BestSoFar best = new BestSoFar(config, plan.patientFrom());
        history.column(best.metric().key()).forEach(best::add);
        return best;
    }

    /** Whether a run of this history has ended by its metric. */
    static boolean hasEnded(EvaluationConfig config, RunPlan plan, LogHistory history) {
        BestSoFar best = bestOf(config, plan, history);
        return best != null && best.isExhausted();
    }

    /** The columns that evaluations add to the log: all metrics but those of which each row has its own. */
    static List<String> columns(GanConfig config, RealData data) {
        if (config.evaluation().every() == 0) {
            return List.of();
        }
        return Evaluation.available(config, data).stream()
                .map(Metric::key)
                .filter(name -> !LogRow.columns(true).contains(name))
                .toList();
    }

    /** These columns. */
    List<String> columns() {
        return columns;
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow logged) {
        row = Map.of();
        boolean last = config.every() > 0 && logged.step() == untilStep;
        if (!logged.isFinite() || !(last || config.isDue(logged.step()))) {
            return;
        }
        Map<String, Double> measured = new LinkedHashMap<>(judge().metrics(config.samples()));
        measured.keySet().retainAll(columns);
        row = measured;
        if (best != null) {
            best.add(
                    logged.step(),
                    Objects.requireNonNull(measured.get(best.metric().key())));
            if (best.isExhausted()) {
                trainer.endEarly();
            }
        }
    }

    /** What was measured at the log's newest row, by column; empty if it was not the time. */
    Map<String, Double> row() {
        return row;
    }

    /** The best evaluation so far, where evaluations are compared. */
    @Nullable
    BestSoFar best() {
        return best;
    }

    /** Where the run ends: at once where it has been in vain for long enough before it was resumed. */
    long untilStep() {
        return best != null && best.isExhausted() ? trainer.step() : untilStep;
    }

    /** Why the run has ended before its last step; empty where no metric has ended it. */
    Optional<String> endedEarly() {
        if (best == null || !best.isExhausted() || trainer.step() >= untilStep) {
            return Optional.empty();
        }
        String metric = best.metric().key();
        String reached = best.step().isEmpty()
                ? "it never was a number"
                : "the best, " + best.value() + ", is that of step "
                        + best.step().getAsLong();
        return Optional.of("stopped early at step " + trainer.step() + ": " + config.patience()
                + (config.patience() == 1 ? " evaluation has" : " evaluations in a row have") + " not improved "
                + metric
                + "; " + reached + "; joust resume --steps N goes on all the same");
    }

    /** All metrics of the run as it stands, each of as many samples as it is defined with. */
    Map<String, Double> atEnd() {
        return judge().metrics();
    }

    private Evaluation judge() {
        Evaluation made = judge;
        if (made == null) {
            made = new Evaluation(trainer.backend(), trainer.config(), trainer.networks(), data);
            judge = made;
        }
        return made;
    }

    @Override
    public void close() {
        if (judge != null) {
            judge.close();
        }
    }
}
