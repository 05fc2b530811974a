package joust.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void theNameStandsForTheOldContentUntilTheNewOneIsComplete() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "old");
        AtomicFile.write(file, channel -> {
            channel.write(ByteBuffer.wrap("new".getBytes(UTF_8)));
            assertThat(file).hasContent("old");
        });
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFailureLeavesTheOldContentAndNothingElse() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "old");
        IOException full = new IOException("no space left");
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    channel.write(ByteBuffer.wrap("half".getBytes(UTF_8)));
                    throw full;
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be written: no space left")
                .hasCause(full);
        IllegalStateException bug = new IllegalStateException("bug");
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {
                    throw bug;
                }))
                .isSameAs(bug);
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFolderInTheWayIsAnErrorThatLosesNothing() throws IOException {
        Path file = folder.resolve("file");
        Files.createDirectories(file.resolve("inside"));
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {})).isInstanceOf(IOException.class);
        assertThat(file.resolve("inside")).isDirectory();
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aMissingFolderIsAnError() {
        Path file = folder.resolve("missing").resolve("file");
        assertThatThrownBy(() -> AtomicFile.write(file, channel -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": cannot be written: no such file or folder")
                .hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void theRootIsNoFile() {
        Path root = folder.getRoot();
        assertThatThrownBy(() -> AtomicFile.write(root, channel -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage(root + ": cannot be written: not the name of a file");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAndNothingElse() throws IOException {
        Path half = Files.writeString(folder.resolve(".step-00000008.safetensors.99-12345.tmp"), "half");
        Path mine = Files.writeString(folder.resolve(".mine.tmp"), "mine");
        AtomicFile.deleteTemporary(folder);
        AtomicFile.deleteTemporary(folder.resolve("none"));
        assertThat(half).doesNotExist();
        assertThat(mine).exists();
    }

    @Test
    void anErrorOfTheHeapLeavesNoTemporaryFile() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("a"), channel -> {
                    throw new OutOfMemoryError("thrown by the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
