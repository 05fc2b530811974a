package joust.backend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a family of backends found on this machine.
 *
 * @param devices usable devices, best first; the index in this list is the device's number
 * @param problems why other devices, or all, are not usable
 */
public record Discovery(List<Device> devices, List<Problem> problems) {
    /** Copies the lists. */
    public Discovery {
        devices = List.copyOf(devices);
        problems = List.copyOf(problems);
    }

    /** A family with one usable device. */
    public static Discovery found(Device device) {
        return new Discovery(List.of(device), List.of());
    }

    /** A family that cannot be used. */
    public static Discovery missing(Problem problem) {
        return new Discovery(List.of(), List.of(problem));
    }

    /**
     * A usable device.
     *
     * @param name the name to open it by
     * @param description model, driver, width, as far as known
     * @param score higher is expected to be faster; scalar is 1
     */
    public record Device(String name, String description, double score) {}

    /**
     * Why something cannot be used.
     *
     * @param reason what was found
     * @param remedy what to do about it, a command where there is one
     * @param cause what was thrown, or null where nothing was
     */
    public record Problem(
            String reason, String remedy, @Nullable Throwable cause) {
        /** A problem that was found without anything being thrown. */
        public Problem(String reason, String remedy) {
            this(reason, remedy, null);
        }

        @Override
        public String toString() {
            return reason + "; " + remedy;
        }
    }
}
