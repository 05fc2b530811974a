package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A command in a process of its own, as the launcher starts it. Its output is in a file. */
final class ChildCommand implements AutoCloseable {
    /** Long enough for a machine that is busy with other things; only a command that hangs takes it. */
    private static final long LONGEST_SECONDS = 300;

    private final Process process;
    private final Path output;

    private ChildCommand(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it; JVM flags, then the words after {@code joust}. */
    static ChildCommand start(Path output, List<String> flags, String... words) throws IOException {
        return start(output, Map.of(), flags, words);
    }

    /** The same, with more variables in its environment. */
    static ChildCommand start(Path output, Map<String, String> environment, List<String> flags, String... words)
            throws IOException {
        List<String> command =
                new ArrayList<>(ignoresInterrupts() ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "joust.cli.Main"));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("DISPLAY", ":99");
        builder.environment().putAll(environment);
        return new ChildCommand(builder.start(), output);
    }

    /** What a shell starts in the background ignores SIGINT, and so would its children, this command among them. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring(line.length() - 1))
                    .anyMatch(signals -> (Character.digit(signals.charAt(0), 16) & 2) != 0);
        }
    }

    /** Waits until something is so. */
    void await(BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the command did not come so far: " + text());
            }
            Thread.sleep(10);
        }
    }

    /** Waits until something is so or the command has ended. */
    void awaitOrEnd(BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (process.isAlive() && !condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IOException("the command did not come so far: " + text());
            }
            Thread.sleep(1);
        }
    }

    /** Kills it, SIGKILL where there are signals, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits for its exit code. */
    int code() throws IOException, InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the command did not end: " + text());
        }
        return process.exitValue();
    }

    /** What it has printed. */
    String text() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
