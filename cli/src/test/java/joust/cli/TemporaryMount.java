package joust.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory, of a given size, where this process may mount one. */
final class TemporaryMount implements AutoCloseable {
    private final Path folder;

    private TemporaryMount(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts it on a folder, or skips the test and says why.
     *
     * @param options of mount, such as {@code size=1m}
     */
    static TemporaryMount at(Path folder, String options) throws IOException, InterruptedException {
        Process mount;
        try {
            mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noSuchCommand) {
            return skip("there is no command mount: " + noSuchCommand.getMessage());
        }
        String output = new String(mount.getInputStream().readAllBytes(), System.out.charset()).strip();
        return mount.waitFor() == 0 ? new TemporaryMount(folder) : skip(output);
    }

    private static TemporaryMount skip(String reason) {
        String text = "no file system can be mounted here (" + reason + "): its faults are not tested";
        System.out.println("skipped: " + text);
        Assumptions.abort(text);
        throw new IllegalStateException("abort returned");
    }

    /** Changes its options. */
    void remount(String options) throws IOException, InterruptedException {
        run("mount", "-o", "remount," + options, folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " failed with " + code);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before " + folder + " was unmounted", e);
        }
    }
}
