package joust.scalar;

import joust.backend.Backend;
import joust.backend.BackendName;
import joust.backend.BackendOptions;
import joust.backend.CheckedBackend;
import joust.backend.testing.BackendContract;
import joust.backend.testing.ContractSizes;

/** The scalar backend under the contract. */
class ScalarBackendTest extends BackendContract {
    @Override
    protected Backend open() {
        return CheckedBackend.wrap(new ScalarProvider().open(BackendName.parse("scalar"), BackendOptions.DEFAULT));
    }

    @Override
    protected ContractSizes sizes() {
        return ContractSizes.PLAIN;
    }
}
