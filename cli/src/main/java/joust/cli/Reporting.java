package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.Backends;
import joust.data.DataException;
import joust.data.FiniteSamples;
import joust.data.Samples;
import joust.gan.DataSources;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.gan.Generator;
import joust.gan.LatentWalk;
import joust.gan.Streams;
import joust.report.Interpolation;
import joust.report.RunReport;

/** Makes a run's report from its folder. */
final class Reporting {
    private static final int IMAGES_PER_ARC = 10;
    private static final int POINTS_PER_ARC = 60;
    private static final int ARCS = 4;

    private Reporting() {}

    /**
     * Writes {@code report.html}.
     *
     * @param messages takes a line for what is left out
     * @throws UsageException if the folder is no run's, or lacks its log
     * @throws joust.io.FileFormatException naming a file that is damaged
     */
    static void write(Path run, Consumer<String> messages) throws IOException {
        Path file = run.resolve("config.yaml");
        if (!Files.isRegularFile(file)) {
            throw new UsageException(run + ": has no config.yaml, expected the folder of a run");
        }
        if (!Files.isRegularFile(run.resolve("log.csv"))) {
            throw new UsageException(run.resolve("log.csv") + ": no such file, expected the log of a run");
        }
        GanConfig config = ConfigSource.read(file, Map.of());
        RunReport.write(run, config, Files.readString(file), interpolation(run, config, messages));
    }

    private static Optional<Interpolation> interpolation(Path run, GanConfig config, Consumer<String> messages)
            throws IOException {
        if (!Files.isDirectory(run.resolve("checkpoints"))) {
            return Optional.empty();
        }
        Samples data;
        try {
            data = DataSources.open(config.data()).training();
        } catch (DataException e) {
            messages.accept("the interpolation is left out of the report: " + e.getMessage());
            return Optional.empty();
        }
        Optional<FiniteSamples> images =
                data instanceof FiniteSamples finite && finite.shape().isPresent()
                        ? Optional.of(finite)
                        : Optional.empty();
        int perArc = images.isPresent() ? IMAGES_PER_ARC : POINTS_PER_ARC;
        float[] noise = LatentWalk.inputs(config, config.seed(), Streams.EVALUATION_NOISE, ARCS * perArc, perArc);
        // The smallest backend to open; every other one gives the same bits.
        try (Backend backend = Backends.open("scalar", BackendOptions.DEFAULT);
                GanNetworks networks = GanNetworks.allocate(backend, config)) {
            RunCheckpoints.read(run, "last").load(networks);
            try (Generator generator = Generator.of(networks, config)) {
                return Optional.of(new Interpolation(generator.transform(noise), generator.columns(), perArc, images));
            }
        }
    }
}
