package joust.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsSaidInWordsWithoutTheFilesName(IOException fault, String reason) {
        assertThat(FileFault.reason(fault)).isEqualTo(reason);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/x"), "no such file or folder"),
                Arguments.of(new AccessDeniedException("/x"), "access is denied"),
                Arguments.of(new FileAlreadyExistsException("/x"), "a file of that name is in the way"),
                Arguments.of(new DirectoryNotEmptyException("/x"), "a folder that is not empty is in the way"),
                Arguments.of(new NotDirectoryException("/x"), "not a folder"),
                Arguments.of(new MalformedInputException(1), "not UTF-8"),
                Arguments.of(new FileSystemException("/x", null, "Read-only file system"), "Read-only file system"),
                Arguments.of(new FileSystemException("/x"), "/x"),
                Arguments.of(new IOException("no space left"), "no space left"),
                Arguments.of(new IOException(), "IOException"));
    }
}
