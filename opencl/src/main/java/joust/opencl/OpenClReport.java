package joust.opencl;

import java.util.List;
import joust.backend.Discovery;

/**
 * What there is of OpenCL on this machine, for people to read. Made without touching OpenCL where the loader is missing.
 *
 * @param loader where the loader lies, such as {@code /usr/lib/x86_64-linux-gnu/libOpenCL.so.1}, or its name where the system
 *     does not tell; empty where there is none
 * @param platforms the platforms it found, in its order
 * @param devices usable devices, best first: the index is the N of {@code opencl:N}
 * @param problems why OpenCL, or a device, cannot be used, each with its remedy
 */
public record OpenClReport(
        String loader, List<OpenClPlatform> platforms, List<OpenClDevice> devices, List<Discovery.Problem> problems) {
    /** Copies the lists. */
    public OpenClReport {
        platforms = List.copyOf(platforms);
        devices = List.copyOf(devices);
        problems = List.copyOf(problems);
    }

    /**
     * Looks at this machine; never throws for what is missing. The machine is looked at once, and every later call gives the
     * same answer.
     */
    public static OpenClReport take() {
        DeviceListing listing = DeviceListing.get();
        return new OpenClReport(
                LoaderPlace.of(OpenClLibrary.get().name()),
                listing.platforms(),
                listing.found().stream().map(FoundDevice::facts).toList(),
                listing.problems());
    }
}
