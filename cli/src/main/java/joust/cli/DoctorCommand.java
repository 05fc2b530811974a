package joust.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "doctor", description = "Says what is here, what is chosen and why, what is missing and how to get it.")
final class DoctorCommand extends CommonOptions implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Diagnosis diagnosis = Diagnosis.ofThisMachine();
        out.print(json ? DiagnosisJson.of(diagnosis) : DiagnosisText.of(diagnosis));
        out.flush();
        return ExitCode.DONE;
    }
}
