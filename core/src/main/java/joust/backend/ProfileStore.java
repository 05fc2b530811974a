package joust.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was measured on this machine, so that it need not be measured again: small maps of text in the user's cache
 * folder, one file for each {@link ProfileKey}. A profile is a help and never a condition: one that is stale, damaged or
 * unreadable is reported in one line and counts as absent, one that cannot be written is reported and forgotten, and no method
 * throws.
 */
public final class ProfileStore {
    private final @Nullable Path folder;
    private final Consumer<String> log;

    private ProfileStore(@Nullable Path folder, Consumer<String> log) {
        this.folder = folder;
        this.log = log;
    }

    /**
     * The store in the user's cache folder: {@code JOUST_CACHE} where that is set, else {@code joust} in {@code
     * XDG_CACHE_HOME} or {@code ~/.cache}, {@code ~/Library/Caches} on macOS, {@code %LOCALAPPDATA%} on Windows. Where the
     * system names no such folder, nothing is kept.
     *
     * @param log receives a line for each profile that is ignored or cannot be kept
     */
    public static ProfileStore ofUser(Consumer<String> log) {
        return new ProfileStore(CacheFolder.ofUser().orElse(null), log);
    }

    /** A store in a folder, which need not exist yet. */
    public static ProfileStore in(Path folder, Consumer<String> log) {
        return new ProfileStore(folder, log);
    }

    /** Where a key's profile is kept; empty where nothing is. */
    public Optional<Path> file(ProfileKey key) {
        return Optional.ofNullable(folder).map(place -> place.resolve(key.fileName()));
    }

    /** The values kept for a key; empty where there are none that hold. */
    public Optional<Map<String, String>> read(ProfileKey key) {
        Path file = file(key).orElse(null);
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProfileFile.read(file, key));
        } catch (IOException e) {
            log.accept("profile " + file + " is ignored: " + reason(e));
            return Optional.empty();
        }
    }

    /**
     * Keeps values for a key in the place of those kept before: whole, or not at all.
     *
     * @return whether they were kept
     */
    public boolean write(ProfileKey key, Map<String, String> values) {
        Path file = file(key).orElse(null);
        if (file == null) {
            log.accept("the profile is not kept: no cache folder is known; JOUST_CACHE can name one");
            return false;
        }
        try {
            ProfileFile.write(file, key, values);
            return true;
        } catch (IOException e) {
            log.accept("profile " + file + " is not kept: " + reason(e));
            return false;
        }
    }

    private static String reason(IOException failure) {
        return failure.getClass() == IOException.class
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
