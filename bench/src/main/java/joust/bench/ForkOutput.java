package joust.bench;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds in what a fork printed why it failed, and what libraries said of themselves. */
final class ForkOutput {
    private static final Pattern NOTE = Pattern.compile("# ((openblas|mkl|pytorch)[\\w-]*: .*)");
    private static final Pattern REASON =
            Pattern.compile("(?:Caused by: )?(?:[\\w.$]+\\.)?(\\w+(?:Exception|Error)): (.*)");
    private static final List<String> SPEAK_FOR_THEMSELVES =
            List.of("IllegalStateException", "IllegalArgumentException", "BackendUnavailableException");

    private ForkOutput() {}

    /** The first exception with a message; its type only where the message is not Joust's own sentence. */
    static String reason(String text) {
        return text.lines()
                .map(line -> REASON.matcher(line.strip()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> sentence(matcher.toMatchResult()))
                .findFirst()
                .orElse("no reason in its output");
    }

    private static String sentence(MatchResult found) {
        boolean own = SPEAK_FOR_THEMSELVES.contains(found.group(1));
        return own ? found.group(2) : found.group(1) + ": " + found.group(2);
    }

    /** The lines in which libraries name their version and kernels. */
    static List<String> notes(String text) {
        return text.lines()
                .map(NOTE::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .distinct()
                .toList();
    }
}
