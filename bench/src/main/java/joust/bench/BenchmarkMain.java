package joust.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import joust.bench.report.Figure;
import joust.bench.report.FigureTable;
import joust.bench.report.RunFacts;
import joust.bench.report.RunResults;
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
 * The jar's main: JMH with all its own options, and three things more. A suite's word stands for its classes; where no
 * {@code -p backend=…} is given, the backends that are here are put in; and {@link PeakBenchmark} is timed besides for a table in
 * the suites' units, with each figure's share of the FMA peak, which follows JMH's own.
 */
public final class BenchmarkMain {
    private static final Set<String> JMH_ONLY = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");
    private static final String BACKEND = "backend";
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private BenchmarkMain() {}

    /** Runs JMH; ends the process with 2 if its options are wrong and with 1 if something could not be timed. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(arguments));
    }

    /** The exit code; messages go to standard error. */
    static int run(String... arguments) throws IOException {
        String[] translated = Stream.of(arguments)
                .map(word -> Suite.named(word).map(Suite::pattern).orElse(word))
                .toArray(String[]::new);
        if (isAboutJmh(List.of(arguments))) {
            Main.main(translated);
            return DONE;
        }
        try {
            return time(new CommandLineOptions(translated), List.of(translated));
        } catch (CommandLineOptionException e) {
            System.err.println(e.getMessage() + ", expected options of JMH; -h lists them");
            return USAGE;
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return USAGE;
        } catch (RunnerException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    /** JMH leaves out what failed and says that all is well; a figure that is missing is told of, and the exit code says so. */
    private static int time(Options given, List<String> words) throws IOException, RunnerException {
        ChosenBenchmarks chosen = ChosenBenchmarks.of(given);
        ParameterCheck.require(words, given, chosen.parameters());
        List<String> asked = List.copyOf(given.getParameter(BACKEND).orElse(List.of()));
        List<String> here = BackendProbe.inAFork(asked, List.of(1)).stream()
                .map(Grant::backend)
                .toList();
        if (here.isEmpty() && chosen.parameters().contains(BACKEND)) {
            return FAILED;
        }
        Options options = new OptionsBuilder()
                .parent(JmhOptions.onHugePages(given))
                .param(BACKEND, here.toArray(String[]::new))
                .build();
        List<RunResult> runs = new ArrayList<>(new Runner(options).run());
        List<Contender> missing = chosen.missing(options, runs);
        if (!runs.isEmpty()) {
            if (!chosen.include(Suite.PEAK)) {
                runs.addAll(new Runner(peak(given)).run());
            }
            print(System.out, runs, BackendProbe.inAFork(parameters(runs, BACKEND), threads(runs)));
        }
        missing.forEach(contender ->
                System.out.println("not timed: " + contender.title() + ": its JVM failed, see its output above"));
        return missing.isEmpty() && here.containsAll(asked) ? DONE : FAILED;
    }

    /** Whether JMH is asked for help or a list, and nothing is to be timed. */
    static boolean isAboutJmh(List<String> words) {
        return words.stream().anyMatch(JMH_ONLY::contains);
    }

    /** The peak's own times, whatever the others have: with less of a warm-up it would be far below what the machine does. */
    static Options peak(Options given) {
        ChainedOptionsBuilder builder = new OptionsBuilder().include(Suite.PEAK.pattern());
        if (given.getForkCount().hasValue()) {
            builder.forks(Math.max(1, given.getForkCount().get()));
        }
        if (given.getJvm().hasValue()) {
            builder.jvm(given.getJvm().get());
        }
        if (given.verbosity().hasValue()) {
            builder.verbosity(given.verbosity().get());
        }
        return JmhOptions.onHugePages(builder.build());
    }

    private static List<String> parameters(Collection<RunResult> runs, String name) {
        return runs.stream()
                .flatMap(run -> Optional.ofNullable(run.getParams().getParam(name)).stream())
                .distinct()
                .toList();
    }

    private static List<Integer> threads(Collection<RunResult> runs) {
        Set<Integer> threads = new TreeSet<>(Set.of(1));
        parameters(runs, "threads").forEach(word -> threads.add(Integer.valueOf(word)));
        return List.copyOf(threads);
    }

    /** Prints the table, fastest first within a case. */
    static void print(PrintStream out, Collection<RunResult> runs, List<Grant> grants) {
        Map<String, Integer> granted = grants.stream()
                .collect(Collectors.toMap(grant -> grant.backend() + " " + grant.asked(), Grant::threads));
        List<JmhFigure> figures =
                runs.stream().map(run -> new JmhFigure(run, granted)).toList();
        double peak = figures.stream()
                .filter(figure -> figure.work().suite() == Suite.PEAK)
                .mapToDouble(JmhFigure::unitsPerSecondOfAThread)
                .findFirst()
                .orElse(Double.NaN);
        RunFacts facts = RunFacts.ofThisMachine(RunFacts.FULL, "", Map.of());
        List<Figure> list = new ArrayList<>();
        figures.forEach(figure -> list.add(figure.figure(peak)));
        out.println();
        FigureTable.lines(new RunResults(facts, list)).forEach(out::println);
    }
}
