package joust.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A case's figures.
 *
 * @param peak the FMA peak of as many threads, in GFLOP/s, median of the forks
 * @param scores one entry per implementation that could be timed, Joust's first backend first
 */
record CaseResult(double peak, List<ForkScores> scores) {
    /** The first backend of Joust, as it trains. */
    Optional<ForkScores> joust() {
        return scores.stream().filter(ForkScores::isJoust).findFirst();
    }

    Optional<ForkScores> bestPeer() {
        return scores.stream()
                .filter(who -> !who.isJoust())
                .max(Comparator.comparingDouble(who -> who.ratioTo(scores.getFirst())));
    }

    /** Joust's speed over the best peer's, if both were timed. */
    Optional<Double> ratio() {
        return joust().flatMap(ours -> bestPeer().map(ours::ratioTo));
    }

    /** One line per implementation, fastest first, each with its ratio to the best peer. */
    List<String> lines() {
        List<ForkScores> sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.comparingDouble((ForkScores who) -> who.ratioTo(scores.getFirst()))
                .reversed());
        Optional<ForkScores> best = bestPeer();
        return sorted.stream()
                .map(who -> {
                    SuiteResult first = who.first();
                    boolean flops = first.unit().equals("GFLOP/s");
                    return String.format(
                            Locale.ROOT,
                            "%-10s %-26s %d  %-24s %10.3f ± %-8.3f %-10s  of best peer %s  of peak %s",
                            first.suite(),
                            first.what(),
                            first.threads(),
                            first.implementation(),
                            who.median(),
                            who.spread(),
                            first.unit(),
                            best.map(peer -> String.format(Locale.ROOT, "%.3f", who.ratioTo(peer)))
                                    .orElse("-"),
                            flops ? String.format(Locale.ROOT, "%.3f", who.median() / peak) : "-");
                })
                .toList();
    }
}
