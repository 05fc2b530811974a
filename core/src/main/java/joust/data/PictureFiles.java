package joust.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds picture files by the endings of their names, in order of names; names that begin with a dot are passed over.
 */
final class PictureFiles {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "pgm");

    private PictureFiles() {}

    static List<Path> pictures(Path folder) {
        return list(folder, file -> ENDINGS.contains(ending(file)) && Files.isRegularFile(file));
    }

    static List<Path> subFolders(Path folder) {
        return list(folder, Files::isDirectory);
    }

    static boolean isPgm(Path file) {
        return ending(file).equals("pgm");
    }

    static String name(Path file) {
        return file.getFileName().toString();
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith(".") && wanted.test(entry))
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder.toString(), "", "a folder that can be read", "failure: " + e, e);
        }
    }

    private static String ending(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
