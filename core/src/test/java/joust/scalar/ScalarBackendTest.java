package joust.scalar;

import joust.backend.Backend;
import joust.backend.BackendOptions;
import joust.backend.testing.Availability;
import joust.backend.testing.BackendContract;
import joust.backend.testing.ContractSizes;

/** The scalar backend under the contract. */
class ScalarBackendTest extends BackendContract {
    @Override
    protected Backend open() {
        return Availability.open("scalar", BackendOptions.DEFAULT);
    }

    @Override
    protected ContractSizes sizes() {
        return ContractSizes.PLAIN;
    }
}
