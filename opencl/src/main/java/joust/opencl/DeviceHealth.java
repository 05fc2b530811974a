package joust.opencl;

import joust.backend.BackendException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device still does what it is told, and what to say where it does not. A device is lost where its driver says so, and where
 * a wait failed: then some command before was not carried out, and nobody knows which.
 */
final class DeviceHealth {
    private final OpenClDevice device;
    private final DeviceMemory memory;
    private @Nullable BackendException loss;

    DeviceHealth(OpenClDevice device, DeviceMemory memory) {
        this.device = device;
        this.memory = memory;
    }

    /** What to say of a call that the driver did not take. */
    BackendException refused(String action, int status) {
        if (ClStatus.lost(status)) {
            return lost(action, status);
        }
        return new BackendException(failed(action, status)
                + (ClStatus.outOfMemory(status) ? memory.usage() : "the other backends compute the same"));
    }

    /** What to say of a wait that failed. */
    BackendException lost(String action, int status) {
        BackendException failure = new BackendException(failed(action, status)
                + "the device is lost with all that was on it; the system's log may tell why; open the backend again, or another"
                + " one: a training goes on from its last checkpoint (joust resume)"
                + (ClStatus.outOfMemory(status) ? "; if memory was short, " + memory.usage() : ""));
        loss = failure;
        return failure;
    }

    private String failed(String action, int status) {
        return device.name() + " (" + device.model() + "): " + action + " failed: " + ClStatus.describe(status) + "; ";
    }

    boolean isLost() {
        return loss != null;
    }

    /**
     * Demands that the device was not lost.
     *
     * @throws BackendException with the words of the first one, which is its cause
     */
    void demand() {
        BackendException first = loss;
        if (first != null) {
            throw new BackendException(String.valueOf(first.getMessage()), first);
        }
    }
}
