package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.Generator;
import joust.gan.Streams;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sample", description = "Makes samples with a trained generator.")
final class SampleCommand extends CommonOptions implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path run = Path.of("");

    @Option(names = "--count", defaultValue = "100", description = "how many; default 100")
    private int count = 100;

    @Option(names = "--seed", defaultValue = "1", description = "the key of the noise; default 1")
    private long seed = 1;

    @Option(names = "--grid", description = "one picture with all images, instead of a file for each")
    private boolean grid;

    @Option(names = "--checkpoint", defaultValue = "last", description = "last or the number of a step; default last")
    private String checkpoint = "last";

    @Option(names = "--backend", defaultValue = "auto", description = "auto, scalar, simd or opencl[:N]; default auto")
    private String backendName = "auto";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE|DIR",
            description = "a .png for --grid, a folder for images, a .csv for rows of numbers")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (count < 1) {
            throw new UsageException("--count: " + count + ", expected at least 1");
        }
        GanConfig config = config();
        Path file = WeightFiles.find(run, checkpoint);
        SampleSink sink = sink(config);
        try (Backend backend = BackendChoice.open(backendName, BackendOptions.DEFAULT);
                GanNetworks networks = GanNetworks.allocate(backend, config)) {
            WeightFiles.load(file, networks);
            try (Generator generator = Generator.of(networks, config)) {
                float[] samples = generator.generate(seed, Streams.EVALUATION_NOISE, count);
                sink.write(samples, count, generator.columns());
            }
        }
        return ExitCode.DONE;
    }

    private GanConfig config() throws IOException {
        Path file = run.resolve("config.yaml");
        if (!Files.isRegularFile(file)) {
            throw new UsageException(run + ": has no config.yaml, expected the folder of a run");
        }
        return ConfigYaml.read(Files.readString(file), file.toString(), Map.of());
    }

    private SampleSink sink(GanConfig config) {
        String name = String.valueOf(out.getFileName());
        if (name.endsWith(".csv")) {
            return new SampleSink.Table(out);
        }
        Samples samples = DataSources.open(config.data()).training();
        if (!(samples instanceof FiniteSamples images) || images.shape().isEmpty()) {
            throw new UsageException(
                    "--out: " + out + ": samples of " + config.name() + " are no images, expected a .csv");
        }
        if (grid != name.endsWith(".png")) {
            throw new UsageException("--out: " + out + ", expected "
                    + (grid ? "a .png for --grid" : "a folder for one file per image, or --grid for one .png"));
        }
        return grid
                ? new SampleSink.Grid(out, images, images.shape().get())
                : new SampleSink.Images(out, images, images.shape().get());
    }
}
