package joust.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProgramsTest {
    @TempDir
    Path folder;

    @Test
    void anotherRunIsNamedByItsLock() throws IOException {
        Path file = folder.resolve("jmh.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> OtherPrograms.requireFree(file))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("jmh.lock")
                    .hasMessageContaining("expected that nothing else is timed");
        }
        OtherPrograms.requireFree(file);
        OtherPrograms.requireFree(file);
    }

    @Test
    void aLockThatCannotBeMadeIsNamedToo() {
        assertThatThrownBy(() -> OtherPrograms.requireFree(folder.resolve("none/jmh.lock")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none");
    }

    @Test
    void aBusyMachineIsSaidToBe() {
        assertThat(OtherPrograms.warning(0.6, 2))
                .hasValueSatisfying(line -> assertThat(line).contains("1.2 of 2"));
        assertThat(OtherPrograms.warning(0.05, 4)).isEmpty();
        assertThat(OtherPrograms.warning(Double.NaN, 4)).isEmpty();
        assertThat(OtherPrograms.warning(-1, 4)).isEmpty();
    }
}
