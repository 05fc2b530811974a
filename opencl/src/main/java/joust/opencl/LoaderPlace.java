package joust.opencl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a loaded library lies. */
final class LoaderPlace {
    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private LoaderPlace() {}

    /** The path of a library that this process has loaded, where the system tells (Linux); else the name itself. */
    static String of(String name) {
        if (name.isEmpty() || !Files.isReadable(MAPPINGS)) {
            return name;
        }
        try {
            return Files.readAllLines(MAPPINGS).stream()
                    .filter(line -> line.contains("/" + name))
                    .map(line -> line.substring(line.indexOf('/')))
                    .findFirst()
                    .orElse(name);
        } catch (IOException unreadable) {
            return name;
        }
    }
}
