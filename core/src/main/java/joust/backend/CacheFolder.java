package joust.backend;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where files go that can be made again: {@code JOUST_CACHE}, else a folder {@code joust} where the system keeps such files of
 * this user ({@code XDG_CACHE_HOME} or {@code ~/.cache}, {@code ~/Library/Caches}, {@code %LOCALAPPDATA%}).
 */
final class CacheFolder {
    private CacheFolder() {}

    /** This user's, whether it exists or not; empty where the system names none. */
    static Optional<Path> ofUser() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", ""), System::getenv);
    }

    static Optional<Path> of(String system, String home, UnaryOperator<@Nullable String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        return absolute(environment.apply("JOUST_CACHE"))
                .or(() -> absolute(environment.apply("XDG_CACHE_HOME")).map(CacheFolder::own))
                .or(() -> lower.startsWith("windows")
                        ? absolute(environment.apply("LOCALAPPDATA")).map(CacheFolder::own)
                        : Optional.empty())
                .or(() -> absolute(home)
                        .map(folder -> folder.resolve(lower.startsWith("mac") ? "Library/Caches" : ".cache"))
                        .map(CacheFolder::own));
    }

    private static Path own(Path folder) {
        return folder.resolve("joust");
    }

    /** A relative path is none: it would name another folder in each working directory. */
    private static Optional<Path> absolute(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
