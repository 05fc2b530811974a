package joust.gan.diagnosis;

import java.util.List;

/**
 * One thing that is wrong with a run.
 *
 * @param symptom what it is
 * @param evidence the numbers that show it, in one sentence
 * @param remedy what may help, in one sentence
 * @param settings the remedy as {@code key=value} of the configuration, the likeliest first, at least one; each alone can be given to
 *     {@code --set}
 */
public record Finding(Symptom symptom, String evidence, String remedy, List<String> settings) {
    public Finding {
        settings = List.copyOf(settings);
    }

    /** The remedy and its settings in one sentence. */
    public String advice() {
        return remedy + ": try " + String.join(", or ", settings);
    }

    @Override
    public String toString() {
        return symptom.label() + ": " + evidence + "; " + advice();
    }
}
