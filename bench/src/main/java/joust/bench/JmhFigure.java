package joust.bench;

import java.util.List;
import java.util.Map;
import joust.bench.report.Figure;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** A result of JMH in the terms of its suite. */
final class JmhFigure {
    private final RunResult run;
    private final Work work;
    private final int threads;

    /** With how many threads backends grant, by {@code "name asked"}. */
    JmhFigure(RunResult run, Map<String, Integer> granted) {
        this.run = run;
        BenchmarkParams params = run.getParams();
        this.work = Work.of(params.getBenchmark(), params::getParam);
        String asked = params.getParam("threads");
        String backend = params.getParam("backend");
        if (asked == null) {
            threads = params.getThreads();
        } else {
            boolean own = params.getParam("peer") == null;
            int count = Integer.parseInt(asked);
            threads = own ? granted.getOrDefault(backend + " " + asked, count) : count;
        }
    }

    Work work() {
        return work;
    }

    /** GFLOP/s, GB/s or steps/s of one thread. */
    double unitsPerSecondOfAThread() {
        return work.perCall() * run.getPrimaryResult().getScore() / threads;
    }

    /** The figure, given the FMA peak of one thread in GFLOP/s or NaN. */
    Figure figure(double peakOfAThread) {
        List<Double> forks = run.getBenchmarkResults().stream()
                .map(fork -> work.inUnit(fork.getPrimaryResult().getScore()))
                .toList();
        List<Double> fastest = run.getBenchmarkResults().stream()
                .map(fork -> work.inUnit(fork.getPrimaryResult().getStatistics().getMax()))
                .toList();
        boolean bounded = work.limit().kind() == Limit.Kind.FMA;
        double peak =
                bounded ? work.inUnit(peakOfAThread * threads / work.limit().perCall()) : Double.NaN;
        return new Figure(
                work.suite().word(),
                work.what(),
                work.implementation(),
                threads,
                work.unit(),
                forks,
                fastest,
                peak,
                work.flopsPerByte(),
                Timing.launches(run));
    }
}
