package joust.backend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A cache of the host's first processor.
 *
 * @param level 1 for the nearest
 * @param bytes its size
 */
public record HostCache(int level, long bytes) {
    private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final Map<Character, Integer> UNITS = Map.of('K', 10, 'M', 20, 'G', 30);

    /** The caches that hold data, the nearest first; empty where they cannot be read (other systems than Linux). */
    public static List<HostCache> all() {
        return all(CACHES);
    }

    static List<HostCache> all(Path folder) {
        List<HostCache> caches = new ArrayList<>();
        try (DirectoryStream<Path> indexes = Files.newDirectoryStream(folder, "index[0-9]*")) {
            for (Path index : indexes) {
                if (!text(index, "type").equals("Instruction")) {
                    caches.add(new HostCache(Integer.parseInt(text(index, "level")), bytes(text(index, "size"))));
                }
            }
        } catch (IOException | NumberFormatException unreadable) {
            return List.of();
        }
        caches.sort(Comparator.comparingInt(HostCache::level));
        return List.copyOf(caches);
    }

    private static String text(Path index, String name) throws IOException {
        return Files.readString(index.resolve(name)).strip();
    }

    /** A number and its unit, such as {@code 512K}. */
    private static long bytes(String size) {
        Integer shift = size.isEmpty() ? null : UNITS.get(size.charAt(size.length() - 1));
        return shift == null ? Long.parseLong(size) : Long.parseLong(size.substring(0, size.length() - 1)) << shift;
    }

    /** Such as {@code L2 512 KiB}. */
    @Override
    public String toString() {
        return "L" + level + " " + (bytes >> 10) + " KiB";
    }
}
