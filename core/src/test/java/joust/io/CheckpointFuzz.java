package joust.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import joust.backend.Backend;
import joust.backend.Backends;
import joust.data.Gaussian;
import joust.fuzz.HostileFile;
import joust.gan.GanNetworks;
import joust.gan.GanTrainer;

/** Checkpoints, with and without a sum that fits. */
public final class CheckpointFuzz {
    private static final HostileFile FILE = new HostileFile(200, FileFormatException.class);
    private static final GanNetworks NETWORKS = GanNetworks.allocate(Backends.open("scalar"), SmallGan.adam());

    private CheckpointFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        isRead(data);
    }

    /** Whether it could be read. */
    public static boolean isRead(byte[] data) {
        FILE.survives("step-00000001.safetensors", data, CheckpointFuzz::loadWithoutSum);
        return FILE.survives(
                "step-00000001.safetensors", data, file -> Checkpoint.read(file).load(NETWORKS));
    }

    private static void loadWithoutSum(Path file) throws IOException {
        WeightsFile.load(SafeTensors.read(file), NETWORKS.state().arenas());
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        try (Backend backend = Backends.open("scalar");
                GanTrainer trainer = new GanTrainer(backend, SmallGan.adam(), new Gaussian(1, 2))) {
            Path whole = Files.createTempFile("seed", ".safetensors");
            Path part = Files.createTempFile("seed", ".safetensors");
            Checkpoint.write(whole, trainer, Map.of("log", "step\n0\n"));
            WeightsFile.write(
                    part,
                    Map.of("discriminator", trainer.networks().discriminator().values()),
                    Map.of());
            List<byte[]> seeds = List.of(
                    Files.readAllBytes(whole),
                    Files.readAllBytes(part),
                    header("{}"),
                    header(
                            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1152921504606846976],\"data_offsets\":[0,4611686018427387904]}}"),
                    header("{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647],\"data_offsets\":[0,8589934588]}}"),
                    new byte[] {0, 0, 0, 0, 0, 0, 0, 16});
            Files.delete(whole);
            Files.delete(part);
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] header(String json) throws IOException {
        Path file = Files.createTempFile("seed", ".safetensors");
        PlainSafeTensors.write(file, json);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
