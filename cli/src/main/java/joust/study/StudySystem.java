package joust.study;

import joust.gan.ConfigException;

/**
 * What a study trains under each of its losses and cures.
 *
 * @param config a preset's name or a YAML file; its loss's function, its penalty and its packing give way to those of the study's losses
 *     and cures, where it has some
 * @param steps the length of each run and of its schedules
 */
public record StudySystem(String config, int steps) {
    public StudySystem {
        if (steps < 1) {
            throw new ConfigException("steps", steps, "a whole number of at least 1");
        }
    }
}
