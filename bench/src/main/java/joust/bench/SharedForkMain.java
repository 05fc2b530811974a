package joust.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The JVM of a {@link SharedFork}: reads contenders from standard input, one to a line with tabs between their parts, times
 * one after the other and answers each with a line of its own.
 */
final class SharedForkMain {
    /** Begins an answer, so that what libraries print is told apart. */
    static final String TIMED = "@timed ";

    static final String FAILED = "@failed ";

    private SharedForkMain() {}

    /** Takes JMH's options as arguments. */
    public static void main(String[] arguments) throws IOException, CommandLineOptionException {
        JmhOptions options = new JmhOptions(new CommandLineOptions(arguments));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        boolean warm = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Contender contender = read(line);
            if (!warm) {
                // Until C2 has compiled what all of them share, vectors are objects: the first would pay for the
                // others.
                time(contender, options);
                warm = true;
            }
            out.println(time(contender, options));
        }
    }

    private static String time(Contender contender, JmhOptions options) {
        try {
            return TIMED
                    + Timing.of(new Runner(options.of(contender, true)
                                            .forks(0)
                                            .verbosity(VerboseMode.SILENT)
                                            .build())
                                    .runSingle())
                            .text();
        } catch (RunnerException e) {
            return FAILED
                    + ForkOutput.reason(deepest(e).toString())
                            .lines()
                            .findFirst()
                            .orElseThrow();
        }
    }

    /** JMH keeps what a benchmark threw as suppressed by its own. */
    private static Throwable deepest(Throwable failure) {
        if (failure.getSuppressed().length > 0) {
            return deepest(failure.getSuppressed()[0]);
        }
        return failure.getCause() == null ? failure : deepest(failure.getCause());
    }

    /** One line for a contender. */
    static String write(Contender contender) {
        StringBuilder line =
                new StringBuilder(contender.benchmark()).append('\t').append(contender.jmhThreads());
        new TreeMap<>(contender.parameters())
                .forEach((name, value) ->
                        line.append('\t').append(name).append('=').append(value));
        return line.toString();
    }

    private static Contender read(String line) {
        String[] parts = line.split("\t", -1);
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 2; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            parameters.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new Contender(parts[0], parameters, Integer.parseInt(parts[1]));
    }
}
