package joust.study;

import joust.gan.GanConfig;

/**
 * One row of a study's table: a system under a loss with a cure, to be trained for each seed.
 *
 * @param system the system's name
 * @param loss the loss's name
 * @param cure the cure's name
 * @param config all that its runs have in common; the seed is each run's own
 */
public record StudyCell(String system, String loss, String cure, GanConfig config) {
    /** For messages. */
    public String label() {
        return system + ", " + loss + ", " + cure;
    }
}
