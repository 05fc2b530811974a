package joust.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** What an {@link IOException} means, in words: the messages of several are the file's name alone. */
public final class FileFault {
    private FileFault() {}

    /** Why a file could not be used, without its name. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "access is denied";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case DirectoryNotEmptyException _ -> "a folder that is not empty is in the way";
            case NotDirectoryException _ -> "not a folder";
            case CharacterCodingException _ -> "not UTF-8";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default ->
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName());
        };
    }
}
