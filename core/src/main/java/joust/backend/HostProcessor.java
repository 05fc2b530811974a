package joust.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be read about the processor that Java runs on. */
public final class HostProcessor {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

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
}
