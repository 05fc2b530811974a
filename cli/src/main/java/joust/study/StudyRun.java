package joust.study;

import joust.gan.GanConfig;

/** One training of a study. */
public record StudyRun(StudyCell cell, long seed) {
    /** The whole configuration. */
    public GanConfig config() {
        return cell.config().withSeed(seed);
    }

    /** For messages. */
    public String label() {
        return cell.label() + ", seed " + seed;
    }
}
