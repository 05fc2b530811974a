package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostCacheTest {
    @TempDir
    private Path folder;

    private void cache(String index, String level, String type, String size) throws IOException {
        Path cache = Files.createDirectories(folder.resolve(index));
        Files.writeString(cache.resolve("level"), level + "\n");
        Files.writeString(cache.resolve("type"), type + "\n");
        Files.writeString(cache.resolve("size"), size + "\n");
    }

    @Test
    void thoseThatHoldDataAreListedByLevel() throws IOException {
        cache("index3", "3", "Unified", "32M");
        cache("index0", "1", "Data", "48K");
        cache("index1", "1", "Instruction", "64K");
        cache("index2", "2", "Unified", "2097152");
        Files.createDirectories(folder.resolve("power"));
        assertThat(HostCache.all(folder))
                .containsExactly(new HostCache(1, 48 << 10), new HostCache(2, 2 << 20), new HostCache(3, 32 << 20))
                .first()
                .hasToString("L1 48 KiB");
    }

    @Test
    void whatCannotBeReadIsNone() throws IOException {
        assertThat(HostCache.all(folder.resolve("missing"))).isEmpty();
        cache("index0", "1", "Data", "");
        assertThat(HostCache.all(folder)).isEmpty();
    }
}
