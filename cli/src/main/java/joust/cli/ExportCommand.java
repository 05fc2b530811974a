package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.gan.GanConfig;
import joust.gan.GanNetworks;
import joust.io.Checkpoint;
import joust.io.OnnxFile;
import joust.io.WeightsFile;
import joust.nn.Arena;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes trained networks as ONNX or safetensors, for other programs.")
final class ExportCommand extends CommonOptions implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder of a run")
    private Path run = Path.of("");

    @Option(names = "--format", required = true, description = "onnx or safetensors")
    private Format format = Format.ONNX;

    @Option(
            names = "--network",
            description = "generator or discriminator; default the generator for onnx, both for safetensors")
    private @Nullable Network network;

    @Option(
            names = "--checkpoint",
            defaultValue = "last",
            description = "last, best or the number of a step; default last")
    private String checkpoint = "last";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
    private Path out = Path.of("");

    enum Format {
        ONNX,
        SAFETENSORS
    }

    enum Network {
        GENERATOR,
        DISCRIMINATOR
    }

    @Override
    public Integer call() throws IOException {
        OutputPlace.checkFile(out);
        Checkpoint saved = RunCheckpoints.read(run, checkpoint);
        GanConfig config = RunTexts.config(saved);
        try (Backend backend = Backends.open("scalar");
                GanNetworks networks = GanNetworks.allocate(backend, config)) {
            saved.load(networks);
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            switch (format) {
                case ONNX -> writeOnnx(networks, config);
                case SAFETENSORS -> WeightsFile.write(out, wanted(networks), texts(saved, config));
            }
        }
        return ExitCode.DONE;
    }

    private void writeOnnx(GanNetworks networks, GanConfig config) throws IOException {
        if (network == Network.DISCRIMINATOR) {
            OnnxFile.writeDiscriminator(out, networks, config);
        } else {
            OnnxFile.writeGenerator(out, networks);
        }
    }

    /** Raw parameters, and with the generator its moving average. */
    private Map<String, Arena> wanted(GanNetworks networks) {
        Map<String, Arena> wanted = new LinkedHashMap<>(networks.state().arenas());
        if (network != null) {
            String prefix = SchemaNames.kebab(network.name());
            wanted.keySet().removeIf(name -> !name.startsWith(prefix));
        }
        return wanted;
    }

    private static Map<String, String> texts(Checkpoint saved, GanConfig config) {
        return Map.of(
                "preset",
                config.name(),
                "step",
                Long.toString(saved.step()),
                "seed",
                Long.toString(config.seed()),
                "arithmetic",
                RunTexts.arithmetic(saved));
    }
}
