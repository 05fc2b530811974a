package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import joust.backend.BackendOptions;
import joust.backend.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Times kernels and whole training steps on this machine with JMH; results are verified first.")
final class BenchCommand extends CommonOptions implements Callable<Integer> {
    private static final Set<String> SUITES =
            new TreeSet<>(List.of("activation", "bandwidth", "dense", "gan-step", "matmul", "optimizer", "peak"));

    @Parameters(
            arity = "0..*",
            paramLabel = "SUITE",
            description = "matmul, dense, activation, optimizer, gan-step, bandwidth; default all")
    private List<String> words = new ArrayList<>();

    @Option(names = "--backend", paramLabel = "LIST", description = "names joined by commas; default all that are here")
    private @Nullable String backends;

    @Option(
            names = "--jmh",
            paramLabel = "OPTIONS",
            description = "more options for JMH in one word, such as --jmh '-f 1 -p shape=128x512x784'")
    private String jmh = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        words.forEach(BenchCommand::requireSuite);
        if (backends != null) {
            // Here it is one message; in the benchmarks it would be a failure of every one of them.
            Stream.of(backends.split(",", -1))
                    .forEach(name ->
                            BackendChoice.open(name, BackendOptions.DEFAULT).close());
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar().toString()));
        command.addAll(words);
        if (backends != null) {
            command.addAll(List.of("-p", "backend=" + backends));
        }
        if (!jmh.isBlank()) {
            command.addAll(List.of(jmh.strip().split("\\s+")));
        }
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        return code == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void requireSuite(String word) {
        if (!SUITES.contains(word)) {
            throw new UsageException(word + ": no suite, expected '" + NearestName.of(word, List.copyOf(SUITES))
                    + "' perhaps (suites: " + String.join(", ", SUITES) + ")");
        }
    }

    private static Path jar() {
        String property = System.getProperty("joust.benchmarks", "bench/target/benchmarks.jar");
        Path jar = Path.of(property);
        if (!Files.isRegularFile(jar)) {
            throw new UsageException(
                    jar + ": missing, expected the benchmarks' jar; mvn -DskipTests package builds it");
        }
        return jar;
    }
}
