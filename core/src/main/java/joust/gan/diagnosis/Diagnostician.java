package joust.gan.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import joust.gan.GanConfig;
import joust.gan.GanTrainer;
import joust.gan.LogRow;
import joust.gan.TrainingListener;

/**
 * Watches a run for what can be wrong with it. Rows of the log tell of numbers that are not finite, of a saturated discriminator, a
 * vanishing gradient and oscillation; from a fifth of the configured steps on, samples are looked at up to twenty times for collapse, and at
 * its end for rows of the data. What a symptom causes is not reported beside it: a discriminator that is certain explains a generator that stands
 * still. Has no part in training, and keeps one copy of the run's state on the backend.
 */
public final class Diagnostician implements TrainingListener, AutoCloseable {

    private final Consumer<Finding> whenFound;
    private final List<LogRow> rows = new ArrayList<>();
    private final Map<Symptom, Finding> found = new EnumMap<>(Symptom.class);
    private final Set<Symptom> announced = EnumSet.noneOf(Symptom.class);
    private final RunSnapshot lastGood = new RunSnapshot();
    private CollapseLooks looks;
    private boolean comparedWithTable;

    /**
     * Prepares to watch one run.
     *
     * @param whenFound is told of each symptom when it is first found
     * @param before the rows of the log so far, of a run that goes on from a checkpoint
     * @param looks those of such a run
     */
    public Diagnostician(Consumer<Finding> whenFound, List<LogRow> before, CollapseLooks looks) {
        this.looks = looks;
        this.whenFound = whenFound;
        this.rows.addAll(before);
    }

    /** What is wrong with the run as it stands, the gravest first; empty if nothing is. What has passed is not in it. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : found.values()) {
            if (findings.stream().noneMatch(graver -> explains(graver.symptom(), finding.symptom()))) {
                findings.add(finding);
            }
        }
        return findings;
    }

    /** The looks so far, for a checkpoint. */
    public CollapseLooks looks() {
        return looks;
    }

    /** The findings, and what the run has given no chance to judge yet. */
    public Diagnosis diagnosis(GanTrainer trainer) {
        Set<Symptom> notJudged = EnumSet.noneOf(Symptom.class);
        if (!LastingRows.areEnough(rows)) {
            notJudged.add(Symptom.DISCRIMINATOR_SATURATED);
            notJudged.add(Symptom.VANISHING_GENERATOR_GRADIENT);
        }
        if (!looks.areEnough()) {
            notJudged.add(Symptom.COLLAPSE);
        }
        if (!Oscillation.canBeJudged(trainer.config(), rows)) {
            notJudged.add(Symptom.OSCILLATION);
        }
        if (!comparedWithTable && Memorisation.hasTable(trainer)) {
            notJudged.add(Symptom.MEMORISED_DATA);
        }
        notJudged.removeAll(found.keySet());
        return new Diagnosis(findings(), found.containsKey(Symptom.NOT_FINITE) ? Set.of() : notJudged);
    }

    private static boolean explains(Symptom graver, Symptom other) {
        return switch (graver) {
            case NOT_FINITE -> true;
            case DISCRIMINATOR_SATURATED, VANISHING_GENERATOR_GRADIENT -> other != Symptom.MEMORISED_DATA;
            case COLLAPSE -> other == Symptom.OSCILLATION || other == Symptom.MEMORISED_DATA;
            case OSCILLATION, MEMORISED_DATA -> false;
        };
    }

    /** A run that goes on may have no row of the log to come. */
    @Override
    public void onStart(GanTrainer trainer) {
        if (!rows.isEmpty()) {
            judge(trainer.config());
        }
    }

    @Override
    public void onLog(GanTrainer trainer, LogRow row) {
        if (!row.isFinite()) {
            found.put(Symptom.NOT_FINITE, NonFiniteOrigin.find(trainer, row, lastGood));
            announce();
            return;
        }
        lastGood.save(trainer);
        rows.add(row);
        if (looks.isDue(trainer.config(), row.step())) {
            looks = looks.with(row.step(), Collapse.look(trainer));
        }
        judge(trainer.config());
        announce();
    }

    private void judge(GanConfig config) {
        note(Symptom.DISCRIMINATOR_SATURATED, Saturation.look(config, rows));
        note(Symptom.VANISHING_GENERATOR_GRADIENT, VanishingGradient.look(config, rows));
        note(Symptom.OSCILLATION, Oscillation.look(config, rows));
        note(Symptom.COLLAPSE, looks.finding(config));
    }

    @Override
    public void onFinish(GanTrainer trainer) {
        if (!trainer.stopRequested() && !rows.isEmpty()) {
            note(Symptom.MEMORISED_DATA, Memorisation.look(trainer));
            comparedWithTable = true;
            announce();
        }
    }

    private void note(Symptom symptom, Optional<Finding> finding) {
        finding.ifPresentOrElse(some -> found.put(symptom, some), () -> found.remove(symptom));
    }

    private void announce() {
        for (Finding finding : findings()) {
            if (announced.add(finding.symptom())) {
                whenFound.accept(finding);
            }
        }
    }

    /** Gives the copy of the run's state back; what was found stays. */
    @Override
    public void close() {
        lastGood.close();
    }
}
