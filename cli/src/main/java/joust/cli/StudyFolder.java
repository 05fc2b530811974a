package joust.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import joust.gan.GanConfig;
import joust.io.AtomicFile;
import joust.io.FileFault;
import joust.io.FolderLock;

/** A study's folder: new, or that of the same study, which then goes on. */
final class StudyFolder {
    private static final String STUDY = "study.yaml";

    private StudyFolder() {}

    /**
     * Makes the folder and takes its lock.
     *
     * @throws UsageException if it cannot be made or written, another process has it, or it holds something else
     */
    static FolderLock take(Path folder, StudySource source) throws IOException {
        OutputPlace.checkFolder(folder);
        try {
            Files.createDirectories(folder.resolve("systems"));
        } catch (IOException e) {
            throw new UsageException(
                    "--out: " + folder + ": " + FileFault.reason(e) + ", expected a folder that can be written", e);
        }
        FolderLock lock = RunLock.take(folder);
        try {
            prepare(folder, source);
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void prepare(Path folder, StudySource source) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (GanConfig system : source.systems()) {
            files.put(StudySource.file(system), ConfigYaml.write(system));
        }
        // Last, so that a study that has its name has its systems.
        files.put(STUDY, ConfigYaml.write(source.complete()));
        if (Files.isRegularFile(folder.resolve(STUDY))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                requireSame(folder, file.getKey(), file.getValue());
            }
            deleteHalfWritten(folder);
            return;
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            AtomicFile.write(folder.resolve(file.getKey()), file.getValue().getBytes(UTF_8));
        }
    }

    /** What a process that was killed has left. */
    private static void deleteHalfWritten(Path folder) throws IOException {
        List<Path> folders;
        try (Stream<Path> entries = Files.walk(folder)) {
            folders = entries.filter(Files::isDirectory).toList();
        }
        for (Path entry : folders) {
            AtomicFile.deleteTemporary(entry);
        }
    }

    private static void requireSame(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || !ConfigSource.text(file).equals(text)) {
            throw new UsageException("--out: " + folder + ": holds another study, as " + name
                    + " says, expected a new folder or one of the same study");
        }
    }

    /**
     * Refuses a folder that holds anything but a study; nothing is made.
     *
     * @throws UsageException naming what is there
     */
    static void requireNewOrStudy(Path folder) throws IOException {
        OutputPlace.checkFolder(folder);
        if (!Files.isDirectory(folder) || Files.isRegularFile(folder.resolve(STUDY))) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> !entry.endsWith(FolderLock.NAME) && !entry.endsWith("systems"))
                    .findAny()
                    .ifPresent(entry -> {
                        throw new UsageException("--out: " + folder + ": holds " + entry.getFileName()
                                + ", expected an empty folder or one of the same study");
                    });
        }
    }
}
