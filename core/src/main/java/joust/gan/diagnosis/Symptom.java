package joust.gan.diagnosis;

import java.util.Locale;

/** What a training run can suffer from. A symptom that another one explains is not reported beside it. */
public enum Symptom {
    /** A number that is not finite; nothing can come of the run. */
    NOT_FINITE,
    /** D is certain of every row, so that the generator learns little or nothing from it. */
    DISCRIMINATOR_SATURATED,
    /** D rejects what the generator makes, and the generator's gradient is next to nothing. */
    VANISHING_GENERATOR_GRADIENT,
    /** The generator makes a small part of what the data hold. */
    COLLAPSE,
    /** The networks swing around each other instead of settling. */
    OSCILLATION,
    /** The generator repeats rows that it was trained on. */
    MEMORISED_DATA;

    /** The name in files and on the console, such as {@code memorised-data}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
