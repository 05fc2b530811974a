package joust.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** A fork as JMH makes it, for each contender: for figures that are published. */
final class SeparateFork implements ForkRunner {
    private final JmhOptions options;

    SeparateFork(JmhOptions options) {
        this.options = options;
    }

    @Override
    public void run(List<Contender> contenders, ForkListener listener) throws IOException {
        for (Contender contender : contenders) {
            run(contender, listener);
        }
    }

    private void run(Contender contender, ForkListener listener) throws IOException {
        Path log = Files.createTempFile("joust-fork", ".log");
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        // JMH's own output goes to the file, but what the fork prints goes to the console.
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            listener.timed(
                    contender,
                    Timing.of(new Runner(options.of(contender, false)
                                    .forks(1)
                                    .output(log.toString())
                                    .build())
                            .runSingle()));
        } catch (RunnerException e) {
            String output = printed.toString(UTF_8) + Files.readString(log) + "\n" + e;
            listener.failed(contender, ForkOutput.reason(output));
        } finally {
            System.setOut(console);
            ForkOutput.notes(printed.toString(UTF_8)).forEach(listener::noted);
            Files.delete(log);
        }
    }
}
