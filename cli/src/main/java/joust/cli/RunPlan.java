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
 * @param quiet whether progress and rows of the log are left out
 */
record RunPlan(long untilStep, int checkpointEvery, int keepCheckpoints, boolean quiet) {
    /** How many checkpoints stay unless asked otherwise. */
    static final int KEPT = 3;

    /** How many checkpoints a whole run makes unless asked otherwise. */
    private static final int CHECKPOINTS = 10;

    private static final String UNTIL = "untilStep";
    private static final String EVERY = "checkpointEvery";
    private static final String KEEP = "keepCheckpoints";

    /** Ten checkpoints over the whole schedule. */
    static int everyTenth(GanConfig config) {
        return Math.max(1, config.steps() / CHECKPOINTS);
    }

    /** The plan of a run to the end of its schedules. */
    static RunPlan of(GanConfig config, boolean quiet) {
        return new RunPlan(config.steps(), everyTenth(config), KEPT, quiet);
    }

    /**
     * The plan that a checkpoint was made under.
     *
     * @throws UsageException if the checkpoint does not say
     */
    static RunPlan of(Checkpoint checkpoint, boolean quiet) {
        return new RunPlan(
                RunTexts.number(checkpoint, UNTIL), atLeastOne(checkpoint, EVERY), atLeastOne(checkpoint, KEEP), quiet);
    }

    private static int atLeastOne(Checkpoint checkpoint, String name) {
        return Math.clamp(RunTexts.number(checkpoint, name), 1, Integer.MAX_VALUE);
    }

    /** With another end. */
    RunPlan until(long step) {
        return new RunPlan(step, checkpointEvery, keepCheckpoints, quiet);
    }

    /** As a checkpoint keeps it. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(UNTIL, Long.toString(untilStep));
        texts.put(EVERY, Integer.toString(checkpointEvery));
        texts.put(KEEP, Integer.toString(keepCheckpoints));
        return texts;
    }
}
