package joust.opencl;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BitContract;

/** The OpenCL backend computes the scalar one's bits. */
class OpenClBitContractTest extends BitContract {
    @Override
    protected Backend openCandidate() {
        return Availability.open("opencl", BackendOptions.DEFAULT);
    }

    @Override
    protected Backend openYardstick() {
        return Availability.open("scalar", BackendOptions.DEFAULT);
    }
}
