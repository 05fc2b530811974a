package joust.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderIsTakenOnceAndFreeAfterwards() throws IOException {
        long pid = ProcessHandle.current().pid();
        try (FolderLock _ = FolderLock.take(folder)) {
            assertThat(folder.resolve(".lock")).hasContent(Long.toString(pid));
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(FolderLock.HeldException.class)
                    .hasMessage(folder + ": process " + pid
                            + " is writing there, expected a folder that no other process uses");
        }
        Files.writeString(folder.resolve(".lock"), "123456789012345");
        try (FolderLock _ = FolderLock.take(folder)) {
            assertThat(folder.resolve(".lock")).hasContent(Long.toString(pid));
        }
    }

    @Test
    void aFolderThatIsNotThereCannotBeTaken() {
        assertThatThrownBy(() -> FolderLock.take(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
