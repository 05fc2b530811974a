package joust.gan.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import joust.gan.GanConfig;

/**
 * The looks at samples for collapse so far. A checkpoint keeps them, so that a run that goes on finds what an unbroken one would.
 *
 * @param last the step of the last one, 0 if there was none
 * @param count how many there were
 * @param collapsed how many of the last ones, in a row, showed a collapse
 * @param evidence what the last of these showed, else empty
 */
public record CollapseLooks(long last, int count, int collapsed, String evidence) {
    /** Before the first. */
    public static final CollapseLooks NONE = new CollapseLooks(0, 0, 0, "");

    /** Looks in a whole run. */
    private static final int LOOKS = 20;
    /** The part of a run in which a generator may still be finding the data. */
    private static final int YOUTH = 5;
    /** Looks in a row that have to show a collapse. */
    private static final int LASTING = 3;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,9}) (\\d{1,9}) (.*)");

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static CollapseLooks parse(String text) {
        Matcher fields = TEXT.matcher(text);
        if (!fields.matches()) {
            throw new IllegalArgumentException(
                    "looks: '" + text + "', expected the last step, how many, how many collapsed, and evidence");
        }
        return new CollapseLooks(
                Long.parseLong(fields.group(1)),
                Integer.parseInt(fields.group(2)),
                Integer.parseInt(fields.group(3)),
                fields.group(4));
    }

    /** All of it in a line. */
    public String text() {
        return last + " " + count + " " + collapsed + " " + evidence;
    }

    /** Rows that are logged only because a run was to end there are no time for a look: another run does not have them. */
    boolean isDue(GanConfig config, long step) {
        return step % config.logEvery() == 0
                && step >= config.steps() / YOUTH
                && step - last >= Math.max(1, config.steps() / LOOKS);
    }

    CollapseLooks with(long step, Optional<String> found) {
        return new CollapseLooks(step, count + 1, found.isPresent() ? collapsed + 1 : 0, found.orElse(""));
    }

    /** Whether there were enough to rule a collapse out. */
    boolean areEnough() {
        return count >= LASTING;
    }

    Optional<Finding> finding(GanConfig config) {
        return collapsed >= LASTING ? Optional.of(Collapse.finding(config, evidence)) : Optional.empty();
    }
}
