package joust.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that fill up, or cannot be written at all. */
class DiskFaultTest {
    private static final String[] WORDS = {
        "toy2d",
        "--backend",
        "scalar",
        "--steps",
        "60",
        "--set",
        "logEvery=4",
        "--checkpoint-every",
        "2",
        "--keep-checkpoints",
        "1000"
    };

    @TempDir
    private Path folder;

    @Test
    void aRunThatFillsTheDiskGoesOnOnceThereIsRoom() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        assertThat(RunFiles.train(whole, WORDS).code()).isZero();
        Path disk = Files.createDirectory(folder.resolve("disk"));
        // A checkpoint has some 40 KB: several fit, thirty do not.
        try (TemporaryMount mount = TemporaryMount.at(disk, "size=512k")) {
            Path run = disk.resolve("run");
            Outcome full = RunFiles.train(run, WORDS);
            assertThat(full.code()).as(full.err()).isEqualTo(1);
            assertThat(full.err())
                    .contains("could not be written", "No space left on device")
                    .doesNotContain("\tat ");
            assertThat(RunFiles.halfWritten(run)).isEmpty();
            assertThat(RunCheckpoints.in(run).files()).isNotEmpty();

            mount.remount("size=64m");
            Outcome resumed = RunFiles.resume(run, "--backend", "scalar");
            assertThat(resumed.code()).as(resumed.err()).isZero();
            assertThat(RunFiles.result(run)).isEqualTo(RunFiles.result(whole));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedBeforeTheFirstStep() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try (TemporaryMount mount = TemporaryMount.at(disk, "size=8m")) {
            Path run = disk.resolve("run");
            assertThat(RunFiles.train(run, "toy2d", "--backend", "scalar", "--steps", "2")
                            .code())
                    .isZero();
            mount.remount("ro");
            Outcome resumed = RunFiles.resume(run, "--backend", "scalar", "--steps", "3");
            assertThat(resumed.code()).as(resumed.err()).isEqualTo(2);
            assertThat(resumed.err()).contains(run + ": Read-only file system, expected a folder that can be written");
            Outcome trained = RunFiles.train(disk.resolve("other"), "toy2d", "--backend", "scalar");
            assertThat(trained.code()).as(trained.err()).isEqualTo(2);
            mount.remount("rw");
        }
    }
}
