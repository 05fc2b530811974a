package joust.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import joust.gan.GanNetworks;
import joust.gan.GanTrainer;
import joust.io.SafeTensors;
import joust.io.WeightsFile;
import joust.nn.Arena;

/** The weights in a run's folder: {@code checkpoints/step-N.safetensors}, N with eight digits. */
final class WeightFiles {
    private static final String GENERATOR = "generator";
    private static final String AVERAGE = "generatorAverage";
    private static final String DISCRIMINATOR = "discriminator";

    private WeightFiles() {}

    static Path write(Path checkpoints, GanTrainer trainer) throws IOException {
        Path file = checkpoints.resolve(name(trainer.step()));
        Map<String, String> metadata = Map.of(
                "preset", trainer.config().name(),
                "step", Long.toString(trainer.step()),
                "seed", Long.toString(trainer.config().seed()),
                "arithmetic", trainer.backend().arithmetic().label());
        WeightsFile.write(file, arenas(trainer.networks()), metadata);
        return file;
    }

    /** Sets the networks to a file's content. */
    static void load(Path file, GanNetworks networks) throws IOException {
        WeightsFile.load(SafeTensors.read(file), arenas(networks));
    }

    /**
     * The file of a step, or of the last.
     *
     * @param wanted {@code last} or the number of a step
     * @throws UsageException if there is none
     */
    static Path find(Path run, String wanted) throws IOException {
        Path checkpoints = run.resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            throw new UsageException(run + ": has no folder checkpoints, expected the folder of a run");
        }
        Optional<Path> found =
                wanted.equals("last") ? last(checkpoints) : Optional.of(checkpoints.resolve(name(step(wanted))));
        return found.filter(Files::isRegularFile)
                .orElseThrow(() -> new UsageException("--checkpoint: " + wanted + ": no such file in " + checkpoints
                        + ", expected last or a step that has one"));
    }

    private static Optional<Path> last(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("step-\\d{1,18}\\.safetensors"))
                    .max(Comparator.comparingLong(WeightFiles::stepOf));
        }
    }

    private static long stepOf(Path file) {
        return Long.parseLong(String.valueOf(file.getFileName()).replaceAll("\\D", ""));
    }

    private static long step(String wanted) {
        if (!wanted.matches("\\d{1,18}")) {
            throw new UsageException("--checkpoint: '" + wanted + "', expected last or the number of a step");
        }
        return Long.parseLong(wanted);
    }

    private static String name(long step) {
        return String.format(Locale.ROOT, "step-%08d.safetensors", step);
    }

    private static Map<String, Arena> arenas(GanNetworks networks) {
        Map<String, Arena> arenas = new LinkedHashMap<>();
        arenas.put(GENERATOR, networks.generator().values());
        networks.generatorAverage().ifPresent(average -> arenas.put(AVERAGE, average));
        arenas.put(DISCRIMINATOR, networks.discriminator().values());
        return arenas;
    }
}
