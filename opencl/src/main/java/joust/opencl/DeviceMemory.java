package joust.opencl;

import joust.backend.BackendException;

/** The memory of a device that one backend uses. OpenCL cannot be asked what is free, and other programs use the device, too. */
final class DeviceMemory {
    private static final double MEBI = 0x1p20;

    private final String device;
    private final long total;
    private final long largest;
    private long used;

    /** With the device's name, the size of its memory and of the largest piece it gives out, in bytes. */
    DeviceMemory(String device, long total, long largest) {
        this.device = device;
        this.total = total;
        this.largest = largest;
    }

    /** All of a device's memory. */
    static DeviceMemory of(OpenClDevice device) {
        return new DeviceMemory(
                device.name() + " (" + device.model() + ")", device.memory(), device.largestAllocation());
    }

    /** Bytes in use. */
    long used() {
        return used;
    }

    /**
     * Takes a piece.
     *
     * @throws BackendException if it is larger than what can be free
     */
    void take(long bytes) {
        if (bytes > total - used) {
            throw new BackendException(shortage(bytes, "that is more than is left"));
        }
        if (bytes > largest) {
            throw new BackendException(
                    shortage(bytes, "the device gives out at most " + mebibytes(largest) + " in one piece"));
        }
        used += bytes;
    }

    /** Gives a piece back. */
    void give(long bytes) {
        used -= bytes;
    }

    /** What to say where a piece is not to be had. */
    String shortage(long bytes, String reason) {
        return device + ": allocate: no device memory for " + bytes + " bytes (" + mebibytes(bytes) + "): " + reason
                + "; " + usage();
    }

    /** What is used and what is left, and what to do about it. */
    String usage() {
        return "this backend uses " + mebibytes(used) + " of " + mebibytes(total) + ", which leaves at most "
                + Math.max(0, total - used)
                + " bytes free; close tensors, or use smaller ones, such as by a smaller batch";
    }

    private static String mebibytes(long bytes) {
        return Math.round(bytes / MEBI) + " MiB";
    }
}
