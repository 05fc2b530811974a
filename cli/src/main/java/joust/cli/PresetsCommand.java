package joust.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import joust.gan.Presets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "presets", description = "Lists the presets; with a name, prints its YAML to copy and edit.")
final class PresetsCommand extends CommonOptions implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "the preset to print")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name != null) {
            out.print(ConfigYaml.write(Presets.get(name)));
        } else {
            for (String preset : Presets.names()) {
                out.printf(Locale.ROOT, "%-19s%s%n", preset, Presets.get(preset).description());
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
