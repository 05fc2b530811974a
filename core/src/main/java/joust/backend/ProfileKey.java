package joust.backend;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a kept measurement holds for. Another processor, or another target, has a profile of its own, so that machines may
 * share a home folder; under another Java machine, driver or version of Joust the profile is stale.
 *
 * @param subject what was measured, lower-case letters, digits and hyphens, such as {@code opencl-matmul}
 * @param target for what: a device's name, the shapes of a workload
 * @param processor the host's model and how many processors Java may use
 * @param java the Java machine and its version
 * @param driver versions of whatever else the result depends on, such as a device's driver
 * @param joust Joust's version, or {@code development} where no jar names one
 */
public record ProfileKey(String subject, String target, String processor, String java, String driver, String joust) {
    private static final Pattern SUBJECT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * Checks the subject.
     *
     * @throws IllegalArgumentException if it is no lower-case word of at most 40 letters, digits and hyphens
     */
    public ProfileKey {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException(
                    "subject: '" + subject + "', expected at most 40 lower-case letters, digits and hyphens");
        }
    }

    /** The key of this host, Java machine and Joust. */
    public static ProfileKey here(String subject, String target, String driver) {
        String java = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
        String processor = HostProcessor.model() + ", " + Runtime.getRuntime().availableProcessors() + " processors";
        String version = ProfileKey.class.getPackage().getImplementationVersion();
        return new ProfileKey(
                subject, target, processor, java, driver, Objects.requireNonNullElse(version, "development"));
    }

    /** The profile's file: the same for two keys of which one makes the other stale. */
    String fileName() {
        CRC32 place = new CRC32();
        place.update((processor + '\n' + target).getBytes(StandardCharsets.UTF_8));
        return subject + "-" + Long.toHexString(place.getValue()) + ".properties";
    }

    /** All parts by name, in a fixed order. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("processor", processor);
        parts.put("target", target);
        parts.put("java", java);
        parts.put("driver", driver);
        parts.put("joust", joust);
        return parts;
    }
}
