package joust.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backends;
import joust.backend.Fastest;
import joust.gan.Presets;
import joust.gan.StepWorkload;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "tune",
        description = "Times a training step on every backend and keeps the answer, which 'joust train' then uses.")
final class TuneCommand extends CommonOptions implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PRESET|FILE",
            description = "a name that 'joust presets' lists, or a YAML file; default all presets")
    private @Nullable String source;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "replaces one value of the configuration, as for 'joust train'")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() {
        List<StepWorkload> workloads = (source == null ? Presets.names() : List.of(source))
                .stream()
                        .map(word -> StepWorkload.of(ConfigSource.read(word, overrides)))
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<Fastest> answers = new ArrayList<>();
        for (StepWorkload workload : workloads) {
            err.println("timing " + workload.name() + ", about a quarter of a minute ...");
            Fastest fastest = Backends.measure(workload, err::println);
            answers.add(fastest);
            if (!json) {
                out.print(FastestTable.text(fastest));
                out.flush();
            }
        }
        if (json) {
            out.print(FastestTable.json(answers));
            out.flush();
        }
        return ExitCode.DONE;
    }
}
