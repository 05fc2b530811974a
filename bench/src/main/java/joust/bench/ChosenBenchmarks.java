package joust.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Optional;

/** The benchmarks of this jar that JMH's patterns choose. JMH itself runs what it can and says little of the rest. */
final class ChosenBenchmarks {
    private static final OutputFormat SILENT = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

    private final List<BenchmarkListEntry> entries;

    private ChosenBenchmarks(List<BenchmarkListEntry> entries) {
        this.entries = entries;
    }

    /** Those of suites. */
    static ChosenBenchmarks of(List<Suite> suites) {
        return new ChosenBenchmarks(find(suites.stream().map(Suite::pattern).toList(), List.of()));
    }

    /**
     * Those that JMH's options choose.
     *
     * @throws UsageException if a pattern matches none
     */
    static ChosenBenchmarks of(Options options) {
        for (String pattern : options.getIncludes()) {
            if (find(List.of(pattern), List.of()).isEmpty()) {
                throw new UsageException(pattern + ": matches no benchmark, expected a suite ("
                        + String.join(", ", Suite.words()) + ") or a part of a benchmark's name; -l lists them");
            }
        }
        return new ChosenBenchmarks(find(options.getIncludes(), options.getExcludes()));
    }

    private static List<BenchmarkListEntry> find(List<String> includes, List<String> excludes) {
        return List.copyOf(BenchmarkList.defaultList().find(SILENT, includes, excludes));
    }

    /** Whether a suite's benchmarks are among them. */
    boolean include(Suite suite) {
        return entries.stream().anyMatch(entry -> Suite.of(entry.getUsername()) == suite);
    }

    /** The names of all their parameters. */
    Set<String> parameters() {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> names.addAll(parameters(entry).keySet()));
        return names;
    }

    /** The cases, every benchmark with every combination of its parameters, of which these results have none. */
    List<Contender> missing(Options options, Collection<RunResult> results) {
        int threads = options.getThreads().orElse(1);
        List<Contender> missing = new ArrayList<>(entries.stream()
                .flatMap(entry -> cases(entry, options, threads))
                .distinct()
                .toList());
        for (RunResult result : results) {
            Map<String, String> parameters = new TreeMap<>();
            result.getParams()
                    .getParamsKeys()
                    .forEach(name -> parameters.put(name, result.getParams().getParam(name)));
            missing.remove(contender(result.getParams().getBenchmark(), parameters, threads));
        }
        return missing;
    }

    private static Stream<Contender> cases(BenchmarkListEntry entry, Options options, int threads) {
        Stream<Contender> cases = Stream.of(contender(entry.getUsername(), Map.of(), threads));
        for (Map.Entry<String, String[]> parameter : parameters(entry).entrySet()) {
            String name = parameter.getKey();
            Collection<String> values = options.getParameter(name).orElse(List.of(parameter.getValue()));
            cases = cases.flatMap(contender -> values.stream().map(value -> contender.with(name, value)));
        }
        return cases;
    }

    private static Contender contender(String benchmark, Map<String, String> parameters, int threads) {
        return new Contender(benchmark.substring(Contender.PACKAGE.length()), parameters, threads);
    }

    private static Map<String, String[]> parameters(BenchmarkListEntry entry) {
        Optional<Map<String, String[]>> parameters = entry.getParams();
        return parameters.orElse(Map.of());
    }
}
