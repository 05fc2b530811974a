package joust.opencl;

import java.util.List;
import java.util.Optional;
import joust.backend.Discovery.Problem;

/**
 * The platforms and devices of this machine, looked for once. This class loads without JOCL; {@link DeviceScan} does not.
 *
 * @param platforms in the loader's order
 * @param found usable devices, best first
 * @param problems why OpenCL, or some device, cannot be used
 */
record DeviceListing(List<OpenClPlatform> platforms, List<FoundDevice> found, List<Problem> problems) {
    /** Lists when it is first asked for. */
    private static final class Holder {
        static final DeviceListing LISTING = list();
    }

    /** What was found when it was first looked for. */
    static DeviceListing get() {
        return Holder.LISTING;
    }

    private static DeviceListing list() {
        Optional<Problem> problem = OpenClLibrary.get().problem().or(JoclLibrary::problem);
        return problem.isPresent()
                ? new DeviceListing(List.of(), List.of(), List.of(problem.get()))
                : new DeviceScan().run();
    }
}
