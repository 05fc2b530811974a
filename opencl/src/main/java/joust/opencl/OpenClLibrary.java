package joust.opencl;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import joust.backend.Discovery.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The OpenCL loader of this machine, looked for without JOCL: its native library prints on standard output and leaves a class
 * that cannot be used any more where the loader is missing. Looked for once.
 */
final class OpenClLibrary {
    private static final String PACKAGES = "apt install ocl-icd-libopencl1 for the loader, and the GPU's driver or "
            + "pocl-opencl-icd (OpenCL on the CPU) for a platform";

    /**
     * What was found.
     *
     * @param name the name the loader answers to, or empty where there is none
     * @param functions its functions, or null where there is none
     * @param problem why OpenCL cannot be used, if it cannot
     */
    record Probe(String name, @Nullable SymbolLookup functions, Optional<Problem> problem) {}

    /** Probes when it is first asked for. */
    private static final class Holder {
        static final Probe PROBE = probe(names(System.getProperty("os.name")));
    }

    private OpenClLibrary() {}

    /** What was found when it was first looked for. */
    static Probe get() {
        return Holder.PROBE;
    }

    /** The loader's names on an operating system, the likeliest first. */
    static List<String> names(String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            return List.of("/System/Library/Frameworks/OpenCL.framework/OpenCL");
        }
        return lower.contains("windows") ? List.of("OpenCL.dll") : List.of("libOpenCL.so.1", "libOpenCL.so");
    }

    /** Looks for a loader of one of these names and asks it for its platforms. */
    static Probe probe(List<String> names) {
        try {
            PoclSignals.keepFromJava();
            for (String name : names) {
                Optional<SymbolLookup> functions = NativeFunctions.library(name);
                if (functions.isPresent()) {
                    return new Probe(name, functions.get(), missingPlatform(name, functions.get()));
                }
            }
        } catch (IllegalCallerException denied) {
            return missing(new Problem(
                    "Java was started without native access",
                    "start Java with --enable-native-access=ALL-UNNAMED",
                    denied));
        }
        return missing(new Problem("no OpenCL loader was found (" + String.join(", ", names) + ")", PACKAGES));
    }

    private static Probe missing(Problem problem) {
        return new Probe("", null, Optional.of(problem));
    }

    private static Optional<Problem> missingPlatform(String name, SymbolLookup functions) {
        Optional<NativeFunctions.GetPlatforms> getPlatforms = NativeFunctions.getPlatforms(functions);
        if (getPlatforms.isEmpty()) {
            return Optional.of(new Problem(name + " has no function clGetPlatformIDs", PACKAGES));
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(ValueLayout.JAVA_INT);
            int status = getPlatforms.get().call(0, 0, count.address());
            return problemOf(status, count.get(ValueLayout.JAVA_INT, 0));
        }
    }

    /** What a loader's answer means. */
    static Optional<Problem> problemOf(int status, int platforms) {
        if (status == 0 && platforms > 0) {
            return Optional.empty();
        }
        if (status == 0 || status == ClStatus.PLATFORM_NOT_FOUND) {
            return Optional.of(new Problem(
                    "the OpenCL loader found no platform",
                    "install the GPU's driver, or apt install pocl-opencl-icd for OpenCL on the CPU; a container needs "
                            + "/etc/OpenCL/vendors/nvidia.icd with the line libnvidia-opencl.so.1 for an NVIDIA GPU"));
        }
        return Optional.of(
                new Problem("the OpenCL loader does not tell its platforms (status " + status + ")", PACKAGES));
    }
}
