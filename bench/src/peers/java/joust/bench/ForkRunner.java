package joust.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Times one contender in one JVM of its own. */
final class ForkRunner {
    private static final Pattern NOTE = Pattern.compile("# ((openblas|mkl|pytorch)[\\w-]*: .*)");
    private static final Pattern REASON = Pattern.compile("(?:Caused by: )?[\\w.$]+(?:Exception|Error): .*");
    private static final int PEAK_MILLISECONDS = 200;

    private final ComparisonOptions options;
    private final Set<String> notes = new TreeSet<>();

    ForkRunner(ComparisonOptions options) {
        this.options = options;
    }

    /** What the libraries said about themselves. */
    Set<String> notes() {
        return notes;
    }

    /**
     * One fork.
     *
     * @throws ContenderException if it failed in its set-up or later, with the reason
     */
    SuiteResult run(Contender contender) throws IOException {
        return run(contender, options.milliseconds());
    }

    /** The FMA peak of as many threads, in GFLOP/s. */
    double peak(int threads) throws IOException {
        return run(new Contender("PeakBenchmark.fma", Map.of(), threads), PEAK_MILLISECONDS)
                .score();
    }

    private SuiteResult run(Contender contender, int milliseconds) throws IOException {
        Path log = Files.createTempFile("joust-fork", ".log");
        TimeValue time = TimeValue.milliseconds(milliseconds);
        ChainedOptionsBuilder builder = new OptionsBuilder()
                .include("^joust\\.bench\\." + Pattern.quote(contender.benchmark()) + "$")
                .forks(1)
                .warmupTime(time)
                .measurementTime(time)
                .threads(contender.jmhThreads())
                .jvmArgsPrepend(options.jvmFlags().toArray(String[]::new))
                .shouldFailOnError(true)
                .output(log.toString());
        contender.parameters().forEach(builder::param);
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        // JMH's own output goes to the file, but what the fork prints goes to the console.
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            return SuiteResult.of(new Runner(builder.build()).runSingle());
        } catch (RunnerException e) {
            String all = printed.toString(UTF_8) + Files.readString(log);
            throw new ContenderException(contender.benchmark() + " " + contender.parameters() + ": " + reason(all), e);
        } finally {
            System.setOut(console);
            collectNotes(printed.toString(UTF_8));
            Files.delete(log);
        }
    }

    private void collectNotes(String text) {
        text.lines().map(NOTE::matcher).filter(Matcher::find).forEach(found -> notes.add(found.group(1)));
    }

    private static String reason(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> REASON.matcher(line).matches())
                .findFirst()
                .orElse("no reason in its output");
    }
}
