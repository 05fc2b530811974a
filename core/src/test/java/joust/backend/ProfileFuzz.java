package joust.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import joust.fuzz.HostileFile;

/** Profiles of what was measured: whatever lies in the cache folder, the store throws nothing. */
public final class ProfileFuzz {
    private static final ProfileKey KEY = new ProfileKey("matmul", "128x512x784", "processor", "java", "driver", "1");
    private static final HostileFile FILE = new HostileFile(1000, IOException.class);

    private ProfileFuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] data) {
        isRead(data);
    }

    /** Whether it could be read. */
    public static boolean isRead(byte[] data) {
        return FILE.survives(KEY.fileName(), data, file -> {
            Path folder = Objects.requireNonNull(file.getParent());
            if (ProfileStore.in(folder, message -> {}).read(KEY).isEmpty()) {
                throw new IOException(file + ": ignored");
            }
        });
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() {
        try {
            Path folder = Files.createTempDirectory("profile");
            ProfileStore store = ProfileStore.in(folder, message -> {});
            store.write(KEY, Map.of("scalar", "1.5 ms", "simd", "a = b : c # \\ \n"));
            Path file = folder.resolve(KEY.fileName());
            byte[] good = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return List.of(
                    good,
                    "checksum = 0\n".getBytes(UTF_8),
                    "key.java = \\u12".getBytes(UTF_8),
                    "a\\\n  b = c\\".getBytes(UTF_8),
                    new byte[(1 << 16) + 1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
