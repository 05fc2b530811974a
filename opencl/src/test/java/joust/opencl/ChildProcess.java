package joust.opencl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Java machine of its own with another environment: native libraries read it when they are loaded. */
final class ChildProcess {
    private ChildProcess() {}

    /**
     * Runs a main class and gives what it printed; it has to end well.
     *
     * @param environment variables to set, or to remove where the value is empty
     */
    static List<String> run(Map<String, String> environment, List<String> flags, Class<?> main)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        environment.forEach((name, value) -> {
            builder.environment().remove(name);
            if (!value.isEmpty()) {
                builder.environment().put(name, value);
            }
        });
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
