package joust.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pages of the host's memory. A processor keeps the addresses of some thousand pages, which with the usual 4 KiB is less than a
 * large product or a training step walks through; with 2 MiB it is enough.
 */
public final class HostPages {
    private static final Path TRANSPARENT = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    private HostPages() {}

    /** The flag by which HotSpot asks for huge pages, where the system gives them for the asking (Linux, unless switched off). */
    public static List<String> flags() {
        return flags(TRANSPARENT);
    }

    /** The file holds all settings and brackets around the one that is made. */
    static List<String> flags(Path setting) {
        try {
            String text = Files.readString(setting);
            boolean offered = text.contains("[madvise]") || text.contains("[always]");
            return offered ? List.of("-XX:+UseTransparentHugePages") : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
