package joust.bench.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changed between two runs: every figure, before and after. A change is named if the logarithm of the ratio of the medians exceeds both 5 % and
 * three times the deviation between forks, with at least five forks on both sides; otherwise chance may have done it. For
 * forks that are spread normally, chance alone passes three deviations in fewer than one figure of a hundred. Of each fork its fastest
 * iteration counts where both runs tell it: a machine that is disturbed now and then slows the mean of a fork, which says nothing of
 * the code.
 */
public final class Changes {
    private static final double SMALLEST = StrictMath.log(1.05);
    private static final double DEVIATIONS = 3;
    /** How many forks a figure needs on both sides. */
    public static final int FORKS = 5;

    private static final List<String> LEGEND = List.of(
            "ratio      times as fast as before, by each fork's fastest iteration (by its mean where a file has no other), the median"
                    + " of the forks",
            "deviation  how much those figures differ from fork to fork: the standard deviation of their logarithms, both runs' pooled",
            "limits     a ratio beyond them is named: 5 % off and more than 3 deviations; within them chance may have done it");

    private final RunResults before;
    private final RunResults now;
    private final List<String> named = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<String, Integer> notCompared = new TreeMap<>();
    private final Map<String, Figure> earlier = new HashMap<>();

    private Changes(RunResults before, RunResults now) {
        this.before = before;
        this.now = now;
        before.figures().forEach(figure -> earlier.put(key(figure), figure));
    }

    /** What is to be said of the second run beside the first. */
    public static List<String> lines(RunResults before, RunResults now) {
        return new Changes(before, now).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("compared with commit " + before.facts().commit() + " of "
                + before.facts().date() + ":");
        if (!before.facts().processor().equals(now.facts().processor())) {
            lines.add("  cannot compare: timed on " + before.facts().processor() + ", this run on "
                    + now.facts().processor());
            return lines;
        }
        if (!before.facts().jdk().equals(now.facts().jdk())) {
            lines.add("  another Java: " + before.facts().jdk() + ", now "
                    + now.facts().jdk());
        }
        now.figures().forEach(this::compare);
        named.forEach(line -> lines.add("  " + line));
        others.forEach(line -> lines.add("  " + line));
        lines.add("  " + others.size() + (others.size() == 1 ? " figure" : " figures")
                + " within 5 % or within 3 times the deviation between forks");
        notCompared.forEach((reason, count) ->
                lines.add("  " + count + (count == 1 ? " figure" : " figures") + " not compared: " + reason));
        LEGEND.forEach(line -> lines.add("  " + line));
        return lines;
    }

    private void compare(Figure figure) {
        Figure old = earlier.get(key(figure));
        if (old == null) {
            leaveOut("not in the earlier run");
            return;
        }
        if (old.forks().size() < FORKS || figure.forks().size() < FORKS) {
            leaveOut(old.forks().size() + " and " + figure.forks().size() + " forks, where " + FORKS
                    + " on both sides are needed");
            return;
        }
        boolean fastest = !old.fastest().isEmpty() && !figure.fastest().isEmpty();
        List<Double> was = fastest ? old.fastest() : old.forks();
        List<Double> is = fastest ? figure.fastest() : figure.forks();
        double change = StrictMath.log(figure.speedUp(Figure.median(is), Figure.median(was)));
        double deviation = Math.sqrt((variance(was) + variance(is)) / 2);
        double limit = Math.max(SMALLEST, DEVIATIONS * deviation);
        String text = text(figure, Figure.median(was), Figure.median(is), limit, deviation);
        if (Math.abs(change) > limit) {
            named.add((change > 0 ? "faster " : "SLOWER ") + text);
        } else {
            others.add("same   " + text);
        }
    }

    private void leaveOut(String reason) {
        notCompared.merge(reason, 1, Integer::sum);
    }

    private static String key(Figure figure) {
        return String.join(
                "\t", figure.title(), figure.implementation(), String.valueOf(figure.threads()), figure.unit());
    }

    /** Of the logarithms, which make a tenth more and a tenth less alike. */
    private static double variance(List<Double> forks) {
        List<Double> logarithms = forks.stream().map(StrictMath::log).toList();
        double mean = logarithms.stream().mapToDouble(Double::doubleValue).sum() / logarithms.size();
        return logarithms.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum()
                / (logarithms.size() - 1);
    }

    private static String text(Figure figure, double was, double is, double limit, double deviation) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %s, was %s %s: ratio %.3f, limits %.3f and %.3f, deviation %.1f %%",
                figure.title(),
                figure.contender(),
                FigureTable.number(is),
                FigureTable.number(was),
                figure.unit(),
                figure.speedUp(is, was),
                StrictMath.exp(-limit),
                StrictMath.exp(limit),
                100 * deviation);
    }
}
