package joust.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "Writes DIR/report.html again: what was run, curves, film, metrics, diagnosis.")
final class ReportCommand extends CommonOptions implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path run = Path.of("");

    @Override
    public Integer call() throws IOException {
        Reporting.write(run, System.err::println);
        System.err.println("report: " + run.resolve("report.html"));
        return ExitCode.DONE;
    }
}
