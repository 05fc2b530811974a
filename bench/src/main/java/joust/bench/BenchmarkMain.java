package joust.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import joust.backend.Backends;
import joust.backend.Discovery;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * The benchmarks' main: JMH with all its own options, and three things more. A suite's word stands for its classes; where
 * no {@code -p backend=…} is given, the backends that were discovered are put in; and a table in the suites' units, with
 * each figure's share of the FMA peak measured in the same run, follows JMH's own.
 */
public final class BenchmarkMain {
    private static final Set<String> JMH_ONLY = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

    private BenchmarkMain() {}

    /** Runs JMH. */
    public static void main(String[] arguments) throws Exception {
        String[] translated = Stream.of(arguments)
                .map(word -> Suite.named(word).map(Suite::pattern).orElse(word))
                .toArray(String[]::new);
        if (Stream.of(arguments).anyMatch(JMH_ONLY::contains)) {
            Main.main(translated);
        } else {
            print(System.out, run(translated));
        }
    }

    private static Collection<RunResult> run(String[] arguments) throws RunnerException, CommandLineOptionException {
        return new Runner(options(new CommandLineOptions(arguments))).run();
    }

    /** The options given, completed by the discovered backends and by the peak. */
    static Options options(Options given) {
        ChainedOptionsBuilder builder = new OptionsBuilder().parent(given);
        given.getIncludes().forEach(builder::include);
        if (!given.getIncludes().isEmpty()) {
            builder.include(Suite.PEAK.pattern());
        }
        if (!given.getParameter("backend").hasValue()) {
            builder.param("backend", discovered());
        }
        return builder.build();
    }

    private static String[] discovered() {
        return Backends.discover().stream()
                .flatMap(discovery -> discovery.devices().stream())
                .map(Discovery.Device::name)
                .toArray(String[]::new);
    }

    /** Prints the table, fastest first within a case. */
    static void print(PrintStream out, Collection<RunResult> runs) {
        List<SuiteResult> results = new ArrayList<>();
        runs.forEach(run -> results.add(SuiteResult.of(run)));
        double peak = results.stream()
                .filter(result -> result.suite().equals(Suite.PEAK.word()))
                .mapToDouble(result -> result.score() / result.threads())
                .findFirst()
                .orElse(Double.NaN);
        results.sort(Comparator.comparing(SuiteResult::suite)
                .thenComparing(SuiteResult::what)
                .thenComparing(Comparator.comparingDouble(SuiteResult::score).reversed()));
        out.println();
        out.println(
                "suite       case                        implementation            threads       score       error  unit        of peak");
        results.forEach(result -> out.println(result.line(peak)));
        out.println(
                "of peak: floating-point operations a second, as a share of the FMA peak of as many threads in this run;");
        out.println("not shown: transfers to a device, cold caches, and shapes other than those listed.");
    }
}
