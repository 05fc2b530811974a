package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The paths are those of POSIX. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "/home is not absolute there")
class CacheFolderTest {
    @Test
    void linuxHasItInCache() {
        assertThat(of("Linux", "/home/a", Map.of())).contains(Path.of("/home/a/.cache/joust"));
    }

    @Test
    void theFreedesktopVariableMovesIt() {
        assertThat(of("Linux", "/home/a", Map.of("XDG_CACHE_HOME", "/fast"))).contains(Path.of("/fast/joust"));
    }

    @Test
    void relativePathsCountAsNone() {
        assertThat(of("Linux", "/home/a", Map.of("XDG_CACHE_HOME", "cache", "JOUST_CACHE", "")))
                .contains(Path.of("/home/a/.cache/joust"));
        assertThat(of("Linux", "?", Map.of())).isEmpty();
        assertThat(of("Linux", "\0", Map.of())).isEmpty();
    }

    @Test
    void macOsAndWindowsHaveTheirOwn() {
        assertThat(of("Mac OS X", "/Users/a", Map.of())).contains(Path.of("/Users/a/Library/Caches/joust"));
        assertThat(of("Windows 11", "/Users/a", Map.of("LOCALAPPDATA", "/Local")))
                .contains(Path.of("/Local/joust"));
        assertThat(of("Linux", "/home/a", Map.of("LOCALAPPDATA", "/Local"))).contains(Path.of("/home/a/.cache/joust"));
    }

    @Test
    void theProjectsOwnVariableComesFirst() {
        assertThat(of("Linux", "/home/a", Map.of("XDG_CACHE_HOME", "/fast", "JOUST_CACHE", "/own")))
                .contains(Path.of("/own"));
    }

    private static Optional<Path> of(String system, String home, Map<String, String> environment) {
        return CacheFolder.of(system, home, environment::get);
    }
}
