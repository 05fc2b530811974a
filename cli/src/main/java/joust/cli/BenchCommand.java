package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import joust.backend.BackendOptions;
import joust.backend.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        customSynopsis = "joust bench [SUITE...] [OPTIONS] [-- JMH-OPTIONS...]",
        description = "Times kernels and whole training steps on this machine with JMH; results are verified first.",
        footer = {
            "",
            "JMH-OPTIONS are JMH's own, such as -f 3 for three forks, -w 250ms -r 250ms for shorter iterations or",
            "-p shape=128x512x784 for one value of a parameter; 'joust bench -- -h' lists them, and",
            "'joust bench matmul -- -lp' a suite's parameters. Without them there are 5 forks, each with 4 iterations of 500 ms to",
            "warm up (a training step has 12) and 5 that count; --quick has 1 fork and iterations of 60 ms. A fork's figure is the",
            "mean of the iterations that count, and the score is the median of the forks; -f 1 has no column 'error'. GFLOP/s",
            "count 2 m k n operations to a product. The preset 'wide' is mnist with four hidden layers of 1,024 in each network."
        })
final class BenchCommand extends CommonOptions implements Callable<Integer> {
    private static final String JMH_OPTIONS = "--";
    private static final String ALL_PEERS = "all";
    /** A property: only check the words. The launcher does before it builds the libraries' jar, so the other one has to do. */
    private static final String CHECK_ONLY = "joust.check-only";

    private static final List<String> SUITES = List.of(
            "matmul", "dense", "activation", "optimizer", "random", "gan-step", "transfer", "bandwidth", "peak");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "SUITE",
            description =
                    "matmul, dense, activation, optimizer, random, gan-step, transfer, bandwidth, peak; default all")
    private List<String> words = new ArrayList<>();

    @Option(names = "--backend", paramLabel = "LIST", description = "names joined by commas; default all that are here")
    private @Nullable String backends;

    @Option(names = "--threads", paramLabel = "LIST", description = "numbers joined by commas; default 1 and all cores")
    private @Nullable String threads;

    @Option(names = "--quick", description = "a look in about 3 minutes: one fork, fewer cases, no error bars")
    private boolean quick;

    @Option(
            names = "--peers",
            arity = "0..1",
            paramLabel = "LIST",
            fallbackValue = ALL_PEERS,
            description =
                    "the libraries people would use instead, too: openblas, openblas-system, mkl, netlib, ejml, clblast,"
                            + " pytorch, pytorch-by-hand, pytorch-flushed; the first time downloads 300 MB")
    private @Nullable String peers;

    @Option(names = "--json", paramLabel = "FILE", description = "keep all figures, for --compare")
    private @Nullable String json;

    @Option(names = "--html", paramLabel = "FILE", description = "draw them: a page with charts and a roofline")
    private @Nullable String html;

    @Option(names = "--compare", paramLabel = "OLD.json", description = "say what changed since that run")
    private @Nullable String compare;

    @Option(
            names = "--with",
            paramLabel = "NEW.json",
            description = "time nothing: say what changed from the run of --compare to this one")
    private @Nullable String with;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int end = words.size() - Math.max(0, jmhOptions().size() - 1);
        List<String> suites = new ArrayList<>(words.subList(0, end));
        suites.forEach(BenchCommand::requireSuite);
        if (peers != null && SUITES.contains(peers)) {
            suites.add(peers);
            peers = ALL_PEERS;
        }
        if (backends != null) {
            Stream.of(backends.split(",", -1))
                    .forEach(name ->
                            BackendChoice.open(name, BackendOptions.DEFAULT).close());
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djoust.commit=" + System.getProperty("joust.commit", "unknown"),
                "-D" + CHECK_ONLY + "=" + Boolean.getBoolean(CHECK_ONLY),
                "-cp",
                jar().toString(),
                "joust.bench.BenchMain"));
        command.addAll(suites);
        command.addAll(options());
        command.addAll(jmhOptions());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** The delimiter and what follows it. */
    private List<String> jmhOptions() {
        List<String> given = spec.commandLine().getParseResult().originalArgs();
        int delimiter = given.indexOf(JMH_OPTIONS);
        return delimiter < 0 ? List.of() : given.subList(delimiter, given.size());
    }

    private static void requireSuite(String word) {
        if (!SUITES.contains(word)) {
            throw new UsageException(word + ": no suite, expected '" + NearestName.of(word, SUITES)
                    + "' perhaps (suites: " + String.join(", ", SUITES) + ")");
        }
    }

    private List<String> options() {
        List<String> arguments = new ArrayList<>();
        if (quick) {
            arguments.add("--quick");
        }
        add(arguments, "--backend", backends);
        add(arguments, "--threads", threads);
        add(arguments, "--peers", peers);
        add(arguments, "--json", json);
        add(arguments, "--html", html);
        add(arguments, "--compare", compare);
        add(arguments, "--with", with);
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable String value) {
        if (value != null) {
            arguments.addAll(List.of(option, value));
        }
    }

    private Path jar() {
        String built = peers == null || Boolean.getBoolean(CHECK_ONLY) ? "benchmarks" : "benchmarks-peers";
        String property = System.getProperty("joust." + built, "bench/target/" + built + ".jar");
        Path jar = Path.of(property);
        if (!Files.isRegularFile(jar)) {
            throw new UsageException(jar + ": missing, expected the benchmarks' jar; mvn -DskipTests "
                    + (peers == null ? "" : "-Ppeers ") + "package builds it");
        }
        return jar;
    }
}
