package joust.backend;

import java.util.List;

/**
 * One family of backends, such as {@code simd}, and what it found on this machine.
 *
 * @param name the first word of a {@link BackendName}; of a provider that could not be loaded, {@code unknown}
 * @param discovery its devices and its problems
 */
public record BackendFamily(String name, Discovery discovery) {
    /** The usable devices, best first. */
    public List<Discovery.Device> devices() {
        return discovery.devices();
    }

    /** Why other devices, or all, are not usable. */
    public List<Discovery.Problem> problems() {
        return discovery.problems();
    }

    /** The highest score of a device, or negative infinity where there is none. */
    public double score() {
        return devices().stream().mapToDouble(Discovery.Device::score).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
