package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.data.FiniteSamples;
import joust.data.ImageShape;
import joust.data.Samples;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.Generator;
import joust.gan.LatentWalk;
import joust.gan.Streams;
import joust.io.Checkpoint;
import joust.report.SampleGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sample", description = "Makes samples with a trained generator.")
final class SampleCommand extends CommonOptions implements Callable<Integer> {
    private static final long LARGEST_PICTURE = 100_000_000;

    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path run = Path.of("");

    @Option(names = "--count", defaultValue = "100", description = "how many; default 100")
    private int count = 100;

    @Option(names = "--seed", defaultValue = "1", description = "the key of the noise; default 1")
    private long seed = 1;

    @Option(names = "--grid", description = "one picture with all images, instead of a file for each")
    private boolean grid;

    @Option(
            names = "--interpolate",
            description = "samples on a way through the noise, on great circles from one random point to the next;"
                    + " the rows of a picture follow each other")
    private boolean interpolate;

    @Option(
            names = "--label",
            defaultValue = "all",
            paramLabel = "CLASS|all",
            description = "of which class, for a generator that is told one (digits-conditional); default all in turn,"
                    + " with a column for each in --grid")
    private String labelName = "all";

    @Option(
            names = "--checkpoint",
            defaultValue = "last",
            description = "last, best or the number of a step; default last")
    private String checkpoint = "last";

    @Option(names = "--backend", defaultValue = "auto", description = "auto, scalar, simd or opencl[:N]; default auto")
    private String backendName = "auto";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE|DIR",
            description = "a .png for --grid or --interpolate, a folder for images, a .csv for rows of numbers")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (grid && interpolate) {
            throw new UsageException(
                    "--grid and --interpolate: both, expected one of them; --interpolate makes a .png too");
        }
        if (count < 1) {
            throw new UsageException("--count: " + count + ", expected at least 1");
        }
        GanConfig config = config();
        int most = (Integer.MAX_VALUE - 8) / config.generator().output().width();
        if (count > most) {
            throw new UsageException("--count: " + count + ", expected at most " + most + " samples of "
                    + config.generator().output().width() + " numbers");
        }
        int label = SampleLabel.of(labelName, config);
        int across = across(config, label);
        Checkpoint weights = RunCheckpoints.read(run, checkpoint);
        SampleSink sink = sink(config, across);
        try (Backend backend = BackendChoice.open(backendName, BackendOptions.DEFAULT);
                GanNetworks networks = GanNetworks.allocate(backend, config)) {
            weights.load(networks);
            try (Generator generator = Generator.of(networks, config, count)) {
                sink.write(samples(generator, config, label, across), count, generator.columns());
            }
        }
        return ExitCode.DONE;
    }

    private float[] samples(Generator generator, GanConfig config, int label, int perArc) {
        if (interpolate) {
            return generator.transform(
                    label == SampleLabel.ALL
                            ? LatentWalk.inputs(config, seed, Streams.EVALUATION_NOISE, count, perArc)
                            : LatentWalk.inputs(config, seed, Streams.EVALUATION_NOISE, count, perArc, label));
        }
        return label == SampleLabel.ALL
                ? generator.generate(seed, Streams.EVALUATION_NOISE, count)
                : generator.generateClass(seed, Streams.EVALUATION_NOISE, count, label);
    }

    /** Images per row of a picture: about a square, or, of all classes in turn, as many as there are. */
    private int across(GanConfig config, int label) {
        int classes = config.batch().classes();
        return grid && label == SampleLabel.ALL && classes > 0
                ? Math.min(count, classes)
                : (int) Math.ceil(Math.sqrt(count));
    }

    private GanConfig config() {
        Path file = run.resolve("config.yaml");
        if (!Files.isRegularFile(file)) {
            throw new UsageException(run + ": has no config.yaml, expected the folder of a run");
        }
        return ConfigSource.read(file, Map.of());
    }

    private SampleSink gridOf(FiniteSamples images, ImageShape shape, int across) {
        OutputPlace.checkFile(out);
        long pixels = SampleGrid.pixels(count, shape, across);
        if (pixels > LARGEST_PICTURE) {
            throw new UsageException("--count: " + count + ": a picture of " + pixels + " pixels, expected at most "
                    + LARGEST_PICTURE + "; without --grid each image has a file of its own");
        }
        return new SampleSink.Grid(out, images, shape, across);
    }

    private SampleSink imagesOf(FiniteSamples images, ImageShape shape) {
        OutputPlace.checkFolder(out);
        return new SampleSink.Images(out, images, shape);
    }

    private SampleSink sink(GanConfig config, int across) {
        String name = String.valueOf(out.getFileName());
        if (name.endsWith(".csv")) {
            OutputPlace.checkFile(out);
            return new SampleSink.Table(out);
        }
        Samples samples = DataSources.open(config.data()).training();
        if (!(samples instanceof FiniteSamples images) || images.shape().isEmpty()) {
            throw new UsageException(
                    "--out: " + out + ": samples of " + config.name() + " are no images, expected a .csv");
        }
        boolean picture = grid || (interpolate && name.endsWith(".png"));
        if (picture != name.endsWith(".png")) {
            throw new UsageException("--out: " + out + ", expected "
                    + (grid
                            ? "a .png for --grid"
                            : "a folder for one file per image, or --grid or --interpolate for one .png"));
        }
        return picture
                ? gridOf(images, images.shape().get(), across)
                : imagesOf(images, images.shape().get());
    }
}
