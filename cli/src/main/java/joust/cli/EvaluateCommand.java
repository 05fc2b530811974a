package joust.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.gan.DataSources;
import joust.gan.Evaluation;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.RealData;
import joust.io.Checkpoint;
import joust.io.MetricsJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "evaluate", description = "Measures how well the samples of a trained generator match the data.")
final class EvaluateCommand extends CommonOptions implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path run = Path.of("");

    @Option(names = "--data", paramLabel = "PATH", description = "the file or folder of the real rows")
    private @Nullable String data;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "at most so many for each metric; default as many as each is defined with")
    private int samples = Integer.MAX_VALUE;

    @Option(
            names = "--checkpoint",
            defaultValue = "last",
            description = "last, best or the number of a step; default last")
    private String checkpoint = "last";

    @Option(
            names = "--references",
            description =
                    "also the Parzen score of k-means centres of the training rows, which takes minutes for MNIST")
    private boolean references;

    @Option(names = "--json", description = "one JSON object instead of lines")
    private boolean json;

    @Mixin
    private BackendOption backend = new BackendOption();

    @Override
    public Integer call() throws IOException {
        if (samples < Evaluation.FEWEST_SAMPLES) {
            throw new UsageException("--samples: " + samples + ", expected at least " + Evaluation.FEWEST_SAMPLES);
        }
        Checkpoint saved = RunCheckpoints.read(run, checkpoint);
        GanConfig written = RunTexts.config(saved);
        GanConfig config = data == null ? written : written.withDataPath(data);
        RealData rows = DataSources.open(config.data());
        try (Backend opened = backend.open(config);
                GanNetworks networks = GanNetworks.allocate(opened, config)) {
            saved.load(networks);
            try (Evaluation evaluation = new Evaluation(opened, config, networks, rows)) {
                Map<String, Double> metrics = evaluation.metrics(samples);
                if (references) {
                    metrics.putAll(evaluation.references(samples));
                }
                print(metrics);
            }
        }
        return ExitCode.DONE;
    }

    private void print(Map<String, Double> metrics) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(MetricsJson.text(metrics));
        } else {
            metrics.forEach((name, value) -> out.println(name + " " + value));
        }
        out.flush();
    }
}
