package joust.gan.diagnosis;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of what can be wrong with a run.
 *
 * @param findings what is wrong, the gravest first
 * @param notJudged what cannot be ruled out, since the run was too short, was stopped, or has no loss or data to judge it by
 */
public record Diagnosis(List<Finding> findings, Set<Symptom> notJudged) {
    /** Copies both, in their orders. */
    public Diagnosis {
        findings = List.copyOf(findings);
        EnumSet<Symptom> ordered = EnumSet.noneOf(Symptom.class);
        ordered.addAll(notJudged);
        notJudged = Collections.unmodifiableSet(ordered);
    }
}
