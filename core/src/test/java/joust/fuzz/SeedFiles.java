package joust.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files that a search begins with. */
public final class SeedFiles {
    private SeedFiles() {}

    /** Takes the class of a reader's target and the folder of its files. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        List<?> seeds = (List<?>) Class.forName(arguments[0]).getMethod("seeds").invoke(null);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-" + i), (byte[]) seeds.get(i));
        }
    }
}
