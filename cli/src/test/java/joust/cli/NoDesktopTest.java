package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a Java without java.desktop a run has its film and its report; plots are left out, which is said, and the exit code stays 0. */
@Tag("childjvm")
class NoDesktopTest {
    private static final List<String> BASE = List.of("--limit-modules=java.base,java.logging");

    @TempDir
    private Path folder;

    @Test
    void theReportNeedsNoDesktop() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        String printed =
                run(0, "train", "digits", "--steps", "4", "--set", "logEvery=2", "--quiet", "--out", run.toString());
        assertThat(printed.lines().filter(line -> line.contains("plots/losses.png is left out")))
                .singleElement()
                .asString()
                .contains("this Java has no module java.desktop; use a Java with the module java.desktop");
        assertThat(run.resolve("samples/step-00000004.png")).isRegularFile();
        assertThat(run.resolve("report.html")).content().contains("samples of step 4", "Losses", "Interpolation");
        Files.delete(run.resolve("report.html"));
        run(0, "report", run.toString());
        assertThat(run.resolve("report.html")).isRegularFile();
    }

    private String run(int code, String... words) throws IOException, InterruptedException {
        try (ChildCommand command = ChildCommand.start(folder.resolve("output.txt"), BASE, words)) {
            assertThat(command.code()).as(command.text()).isEqualTo(code);
            return command.text();
        }
    }
}
