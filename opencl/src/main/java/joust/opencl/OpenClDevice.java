package joust.opencl;

import java.util.Locale;

/**
 * An OpenCL device as users see it.
 *
 * @param name what to open it by, such as {@code opencl:0}
 * @param platform the platform's name, such as {@code NVIDIA CUDA}
 * @param model the device's own name
 * @param vendor who made it
 * @param driver the driver's version
 * @param version the OpenCL version with the platform's words, such as {@code OpenCL 1.2 pocl}
 * @param kind what kind of processor it is
 * @param unifiedMemory whether it shares the host's memory, as integrated GPUs and the CPU do
 * @param memory its memory, in bytes
 * @param largestAllocation the largest piece of it that can be allocated, in bytes
 * @param computeUnits its multiprocessors or cores
 * @param megahertz its highest clock, in MHz; 0 where unknown
 * @param largestGroup the most work-items of a work-group
 * @param localMemory the memory of a work-group, in bytes
 * @param exactDivision whether division and square root can be rounded correctly
 * @param denormals whether it computes with denormal numbers
 * @param fastFusedMultiplyAdd whether a fused multiply-add is an instruction; without it the same bits come slowly
 * @param score higher is expected to be faster; the scalar backend is 1
 */
public record OpenClDevice(
        String name,
        String platform,
        String model,
        String vendor,
        String driver,
        String version,
        Kind kind,
        boolean unifiedMemory,
        long memory,
        long largestAllocation,
        int computeUnits,
        int megahertz,
        int largestGroup,
        long localMemory,
        boolean exactDivision,
        boolean denormals,
        boolean fastFusedMultiplyAdd,
        double score) {
    private static final double GIBI = 0x1p30;

    /** Kinds of processors. */
    public enum Kind {
        /** The processor that Java runs on. */
        CPU("the CPU itself"),
        /** A graphics processor. */
        GPU("GPU"),
        /** Another accelerator. */
        ACCELERATOR("accelerator");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Whether the bit contract can hold on it: exact division and square root, denormals. */
    public boolean exact() {
        return exactDivision && denormals;
    }

    /** In one line: model, kind, memory, platform and driver. */
    public String description() {
        String gibibytes = String.format(Locale.ROOT, "%.1f GiB", memory / GIBI);
        return model + " (" + kind + ", " + computeUnits + " compute units, " + gibibytes
                + (unifiedMemory && kind == Kind.GPU ? " shared with the CPU" : "") + "), " + platform + ", driver "
                + driver;
    }
}
