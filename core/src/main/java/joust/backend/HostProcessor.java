package joust.backend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What can be read about the processor that Java runs on. */
public final class HostProcessor {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private static final Path CPUS = Path.of("/sys/devices/system/cpu");

    private HostProcessor() {}

    /** The processor's model, such as {@code AMD EPYC 9354}; where it cannot be read, its architecture, such as aarch64. */
    public static String model() {
        return model(CPU_INFO);
    }

    static String model(Path cpuInfo) {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(cpuInfo)) {
            return architecture;
        }
        try {
            return Files.readAllLines(cpuInfo).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .filter(model -> !model.isEmpty())
                    .findFirst()
                    .orElse(architecture);
        } catch (IOException unreadable) {
            return architecture;
        }
    }

    /**
     * How many cores Java may use: the physical ones where they can be read (Linux), since two hardware threads of a core
     * share its arithmetic units; but at most the available processors, which affinity and containers limit.
     */
    public static int cores() {
        return cores(CPUS, Runtime.getRuntime().availableProcessors());
    }

    /** Processors of one core name the same siblings. */
    static int cores(Path cpus, int availableProcessors) {
        Set<String> cores = new HashSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(cpus, "cpu[0-9]*")) {
            for (Path folder : folders) {
                Path siblings = folder.resolve("topology/thread_siblings_list");
                if (Files.isReadable(siblings)) {
                    cores.add(Files.readString(siblings).strip());
                }
            }
        } catch (IOException unreadable) {
            return availableProcessors;
        }
        return cores.isEmpty() ? availableProcessors : Math.min(cores.size(), availableProcessors);
    }
}
