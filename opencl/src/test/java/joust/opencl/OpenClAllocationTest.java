package joust.opencl;

import java.util.List;
import joust.backend.BackendOptions;
import joust.backend.testing.AllocationContract;
import joust.backend.testing.Availability;

/** Launching kernels allocates nothing on the Java heap. */
class OpenClAllocationTest extends AllocationContract {
    @Override
    protected String backend() {
        Availability.open("opencl", BackendOptions.DEFAULT).close();
        return "opencl";
    }

    @Override
    protected List<String> flags() {
        return List.of("--enable-native-access=ALL-UNNAMED");
    }
}
