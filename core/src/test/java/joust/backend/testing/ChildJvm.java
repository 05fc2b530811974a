package joust.backend.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java machine of its own for what a test's own one cannot show: other flags, or no agents. It gets this one's class path;
 * options from the environment, which could bring agents in, are left out.
 */
public final class ChildJvm {
    private static final long MINUTES = 10;

    private ChildJvm() {}

    /**
     * What became of it.
     *
     * @param exitCode the main method's
     * @param output what it printed, errors among it
     */
    public record Result(int exitCode, String output) {}

    /**
     * Runs a main class and waits for its end.
     *
     * @param flags options of the Java machine, such as {@code -XX:MaxVectorSize=16}
     * @throws AssertionError if it takes longer than ten minutes
     */
    public static Result run(List<String> flags, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        try {
            return run(command);
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + command, e);
        }
    }

    /** The output goes through a file, so that a full pipe cannot stop the child, nor an open one its end. */
    private static Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("joust-child", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + MINUTES + " minutes of " + command + ":\n" + read(output));
            }
            return new Result(process.exitValue(), read(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String read(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }
}
