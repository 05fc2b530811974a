package joust.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import joust.io.FileFault;

/** Who else uses this machine: figures beside another program are figures of both. */
final class OtherPrograms {
    /** JMH's property: time although another JMH does, as tests are told to, which time nothing. */
    static final String IGNORE_LOCK = "jmh.ignoreLock";

    private static final String EXPECTED =
            ", expected that nothing else is timed meanwhile, as both would come out wrong; wait,"
                    + " or set JDK_JAVA_OPTIONS=-D" + IGNORE_LOCK + "=true";
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(400);
    /** In processors; a desktop at rest uses less. */
    private static final double TOLERABLE = 0.3;

    private OtherPrograms() {}

    /**
     * JMH refuses every fork while another JMH runs; this says it once and before.
     *
     * @throws UsageException if another one runs
     */
    static void requireNoOtherJmh() {
        if (!Boolean.getBoolean(IGNORE_LOCK)) {
            requireFree(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
        }
    }

    /** As {@link #requireNoOtherJmh}, by the lock of that file. */
    static void requireFree(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new UsageException(file + ": another run of JMH holds it" + EXPECTED);
            }
        } catch (OverlappingFileLockException e) {
            throw new UsageException(file + ": this program holds it already" + EXPECTED, e);
        } catch (IOException e) {
            throw new UsageException(file + ": " + FileFault.reason(e) + EXPECTED, e);
        }
    }

    /** A warning if other programs keep processors busy; empty where they do not, or nobody can tell. */
    static Optional<String> busyness() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Optional.empty();
        }
        system.getCpuLoad();
        LockSupport.parkNanos(GLANCE);
        return warning(system.getCpuLoad(), Runtime.getRuntime().availableProcessors());
    }

    /** Of the share of all processors that is in use. */
    static Optional<String> warning(double load, int processors) {
        double busy = load * processors;
        return busy > TOLERABLE
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "warning: other programs keep %.1f of %d processors busy; what is timed beside them is slower than this"
                                + " machine, and a quick run worth nothing",
                        busy,
                        processors))
                : Optional.empty();
    }
}
