package joust.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "joust",
        description = "Trains GANs of dense networks, reproducibly, on the fastest backend your hardware has.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        subcommands = {
            DoctorCommand.class,
            TuneCommand.class,
            PresetsCommand.class,
            TrainCommand.class,
            ResumeCommand.class,
            SampleCommand.class,
            EvaluateCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            StudyCommand.class,
            HelpCommand.class
        })
final class JoustCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "joust: no command, expected doctor, tune, presets, train, resume, sample, evaluate, report, export,"
                        + " import, bench, study or help");
    }
}
