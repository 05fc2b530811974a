package joust.opencl;

import joust.backend.BackendOptions;
import joust.backend.testing.Availability;

/** The first OpenCL device of this machine; tests that need one are skipped without, or fail where it is required. */
final class FirstDevice {
    private FirstDevice() {}

    static FoundDevice find() {
        if (DeviceListing.get().found().isEmpty()) {
            Availability.open("opencl", BackendOptions.DEFAULT).close();
        }
        return DeviceListing.get().found().getFirst();
    }

    static OpenClContext open() {
        return OpenClContext.open(find());
    }
}
