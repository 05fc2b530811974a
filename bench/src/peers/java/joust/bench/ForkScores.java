package joust.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures of one implementation of a case, fork by fork; a figure worth keeping is their median. */
final class ForkScores {
    private final List<SuiteResult> forks = new ArrayList<>();

    void add(SuiteResult fork) {
        forks.add(fork);
    }

    /** Suite, case, implementation, threads and unit, the same in every fork. */
    SuiteResult first() {
        return forks.getFirst();
    }

    double[] scores() {
        return forks.stream().mapToDouble(SuiteResult::score).toArray();
    }

    double median() {
        return median(scores());
    }

    /** Half the way from the lowest to the highest fork. */
    double spread() {
        return (Arrays.stream(scores()).max().orElseThrow()
                        - Arrays.stream(scores()).min().orElseThrow())
                / 2;
    }

    /** How many times as fast as the other, above 1 if faster, whatever the unit. */
    double ratioTo(ForkScores other) {
        boolean timePerElement = first().unit().equals("ns/element");
        return timePerElement ? other.median() / median() : median() / other.median();
    }

    boolean isJoust() {
        return first().implementation().startsWith("joust-");
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
