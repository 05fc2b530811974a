package joust.opencl;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BackendContract;

/** The OpenCL backend under the contract, on the best device there is. */
class OpenClBackendTest extends BackendContract {
    @Override
    protected Backend open() {
        return Availability.open("opencl", BackendOptions.DEFAULT);
    }
}
