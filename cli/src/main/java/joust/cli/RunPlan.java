package joust.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import joust.gan.GanConfig;
import joust.io.Checkpoint;

/**
 * How a run is carried out, which has no part in what it computes.
 *
 * @param untilStep where it ends
 * @param checkpointEvery steps from one checkpoint to the next
 * @param keepCheckpoints how many of the last ones stay
 * @param patientFrom the step from which evaluations in vain count: 0, or where the run had ended by its metric and was told to go on
 * @param quiet whether progress and rows of the log are left out
 */
record RunPlan(long untilStep, int checkpointEvery, int keepCheckpoints, long patientFrom, boolean quiet) {
    /** How many checkpoints stay unless asked otherwise. */
    static final int KEPT = 3;

    /** How many checkpoints a whole run makes unless asked otherwise. */
    private static final int CHECKPOINTS = 10;

    private static final String UNTIL = "untilStep";
    private static final String EVERY = "checkpointEvery";
    private static final String KEEP = "keepCheckpoints";
    private static final String PATIENT = "patientFrom";

    /** Ten checkpoints over the whole schedule. */
    static int everyTenth(GanConfig config) {
        return Math.max(1, config.steps() / CHECKPOINTS);
    }

    /** The plan of a run to the end of its schedules. */
    static RunPlan of(GanConfig config, boolean quiet) {
        return new RunPlan(config.steps(), everyTenth(config), KEPT, 0, quiet);
    }

    /**
     * The plan that a checkpoint was made under.
     *
     * @throws UsageException if the checkpoint does not say
     */
    static RunPlan of(Checkpoint checkpoint, boolean quiet) {
        return new RunPlan(
                RunTexts.number(checkpoint, UNTIL),
                atLeastOne(checkpoint, EVERY),
                atLeastOne(checkpoint, KEEP),
                checkpoint.text(PATIENT).isEmpty() ? 0 : RunTexts.number(checkpoint, PATIENT),
                quiet);
    }

    private static int atLeastOne(Checkpoint checkpoint, String name) {
        return Math.clamp(RunTexts.number(checkpoint, name), 1, Integer.MAX_VALUE);
    }

    /** With another end. */
    RunPlan until(long step) {
        return new RunPlan(step, checkpointEvery, keepCheckpoints, patientFrom, quiet);
    }

    /** With patience that starts anew at a step. */
    RunPlan patientFrom(long step) {
        return new RunPlan(untilStep, checkpointEvery, keepCheckpoints, step, quiet);
    }

    /** As a checkpoint keeps it. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(UNTIL, Long.toString(untilStep));
        texts.put(EVERY, Integer.toString(checkpointEvery));
        texts.put(KEEP, Integer.toString(keepCheckpoints));
        texts.put(PATIENT, Long.toString(patientFrom));
        return texts;
    }
}
