package joust.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPagesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"always [madvise] never, true", "[always] madvise never, true", "always madvise [never], false"})
    void theFlagIsGivenWhereThePagesAre(String setting, boolean given) throws IOException {
        Path file = Files.writeString(folder.resolve("enabled"), setting + "\n");
        assertThat(HostPages.flags(file).contains("-XX:+UseTransparentHugePages"))
                .isEqualTo(given);
    }

    @Test
    void noneWhereTheSettingCannotBeRead() {
        assertThat(HostPages.flags(folder.resolve("missing"))).isEmpty();
    }
}
