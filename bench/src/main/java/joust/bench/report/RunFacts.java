package joust.bench.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import joust.backend.HostPages;
import joust.backend.HostProcessor;

/**
 * What a run's figures hold for.
 *
 * @param processor the processor's model
 * @param jdk the Java version that timed
 * @param system the operating system, and whether the JVMs that timed asked it for huge pages
 * @param commit of Joust's sources; {@code unknown} outside a checkout, {@code …-changed} where files differed from it
 * @param date when, in UTC
 * @param mode {@code quick} for one fork that shared a JVM with other cases, else {@code full}
 * @param command what was typed
 * @param devices what is behind an implementation, by its name: model, driver, version, as far as known
 */
public record RunFacts(
        String processor,
        String jdk,
        String system,
        String commit,
        String date,
        String mode,
        String command,
        Map<String, String> devices) {
    /** A run whose figures may not be published. */
    public static final String QUICK = "quick";

    /** A run with a fork for each case and implementation, in turns. */
    public static final String FULL = "full";

    /** Copies the map. */
    public RunFacts {
        devices = Map.copyOf(devices);
    }

    /** Of this machine, now. */
    public static RunFacts ofThisMachine(String mode, String command, Map<String, String> devices) {
        return new RunFacts(
                HostProcessor.model(),
                System.getProperty("java.vendor.version", "") + " (" + Runtime.version() + ")",
                System.getProperty("os.name") + " " + System.getProperty("os.version")
                        + (HostPages.flags().isEmpty() ? "" : ", huge pages"),
                System.getProperty("joust.commit", "unknown"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                mode,
                command,
                devices);
    }

    /** What is behind an implementation; empty where nobody said. */
    public String device(String implementation) {
        return devices.getOrDefault(implementation, "");
    }

    /** Whether the figures are of a quick run. */
    public boolean isQuick() {
        return mode.equals(QUICK);
    }

    /** The devices in the order of their implementations' names. */
    public Map<String, String> sortedDevices() {
        return new TreeMap<>(devices);
    }
}
